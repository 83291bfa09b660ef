package dev.embeam.pipeline.option;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** How a command behaves while it runs. */
public interface RunOptions extends PipelineOptions {
    @Description(
            "How to tell the progress: auto (a live line on a terminal, a line every 10 s elsewhere), plain, none.")
    @Default.String("auto")
    String getProgress();

    void setProgress(String progress);

    @Description("Print the whole stack trace of an error.")
    @Default.Boolean(false)
    boolean isStacktrace();

    void setStacktrace(boolean stacktrace);
}
