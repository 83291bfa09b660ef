package dev.embeam.pipeline.inspect;

import dev.embeam.pipeline.option.EncodingOptions;
import dev.embeam.pipeline.option.ReadOptions;
import dev.embeam.pipeline.option.RunOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Flags of {@code inspect}; one at least of model, input and embeddings says what to look at. */
public interface InspectOptions extends ReadOptions, EncodingOptions, RunOptions {
    @Description(
            "Model to look at, a folder or a file of fastText; together with input, the collection's tokens are counted with it.")
    @Default.String("")
    String getModel();

    void setModel(String model);

    @Description("Files of a collection to look at: paths or globs, separated by commas.")
    @Default.String("")
    String getInput();

    void setInput(String input);

    @Description("Folder that encode has written, or a table (DIR, or DIR@SNAPSHOT), to look at.")
    @Default.String("")
    String getEmbeddings();

    void setEmbeddings(String embeddings);
}
