package dev.embeam.pipeline.bench;

import dev.embeam.pipeline.option.InputOptions;
import dev.embeam.pipeline.option.ModelOptions;
import dev.embeam.pipeline.option.RunOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Flags of {@code bench-reindex}. */
public interface ReindexBenchOptions extends InputOptions, ModelOptions, RunOptions {
    @Description("How often to repeat the collection under new ids.")
    @Default.Integer(1)
    int getRepeat();

    void setRepeat(int repeat);

    @Description(
            "Folder for the copies of the collection and the table; by default a temporary one. What is made there is"
                    + " deleted.")
    @Default.String("")
    String getWorkFolder();

    void setWorkFolder(String workFolder);
}
