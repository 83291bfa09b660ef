package dev.embeam.pipeline.bench;

import dev.embeam.pipeline.option.InputOptions;
import dev.embeam.pipeline.option.ModelOptions;
import dev.embeam.pipeline.option.RunOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Flags of {@code bench-encode}. */
public interface BenchOptions extends InputOptions, ModelOptions, RunOptions {
    @Description("How often to repeat the collection under new ids; with 1 the files are encoded as they are.")
    @Default.Integer(1)
    int getRepeat();

    void setRepeat(int repeat);

    @Description("Columns of a table of random rows to take in place of the model's own; 0 keeps the model's.")
    @Default.Integer(0)
    int getRandomColumns();

    void setRandomColumns(int randomColumns);

    @Description("How many whole runs to time, each in a process of its own.")
    @Default.Integer(1)
    int getRuns();

    void setRuns(int runs);

    @Description(
            "Folder for the repeated collection, the random model and the outputs; by default a temporary one. What is"
                    + " made there is deleted.")
    @Default.String("")
    String getWorkFolder();

    void setWorkFolder(String workFolder);
}
