package dev.embeam.pipeline.quickstart;

import dev.embeam.pipeline.option.RunOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Flags of {@code quickstart}. */
public interface QuickstartOptions extends RunOptions {
    @Description("Folder to put everything into; what an earlier quickstart left there is replaced.")
    @Default.String("quickstart-output")
    String getOutput();

    void setOutput(String output);
}
