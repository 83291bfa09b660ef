package dev.embeam.pipeline.option;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.Validation;

/** Which folder a command writes. */
public interface FolderOptions extends PipelineOptions {
    @Description("Folder to write, whole or not at all; manifest.json comes last.")
    @Validation.Required
    String getOutput();

    void setOutput(String output);

    @Description("Replace an output that is already there.")
    @Default.Boolean(false)
    boolean isOverwrite();

    void setOverwrite(boolean overwrite);
}
