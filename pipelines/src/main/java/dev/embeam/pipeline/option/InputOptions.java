package dev.embeam.pipeline.option;

import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Which documents to read, and how. */
public interface InputOptions extends ReadOptions {
    @Description(
            "Files of the collection: paths or globs, separated by commas. JSON lines, CSV, TSV, Parquet or plain lines,"
                    + " each plain, .gz or .zst.")
    @Validation.Required
    String getInput();

    void setInput(String input);
}
