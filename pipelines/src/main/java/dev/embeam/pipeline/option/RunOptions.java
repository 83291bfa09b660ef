package dev.embeam.pipeline.option;

import dev.embeam.pipeline.launch.ProgressMode;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** How a command behaves while it runs. */
public interface RunOptions extends PipelineOptions {
    @Description(
            "How to tell the progress: AUTO (a live line on a terminal, a line every 10 s elsewhere), PLAIN, NONE.")
    @Default.Enum("AUTO")
    ProgressMode getProgress();

    void setProgress(ProgressMode progress);

    @Description("Print the whole stack trace of an error.")
    @Default.Boolean(false)
    boolean isStacktrace();

    void setStacktrace(boolean stacktrace);
}
