package dev.embeam.pipeline.benchmark;

import dev.embeam.pipeline.option.RunOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** The flags that every evaluation has, as far as a benchmark gives them. */
public interface FakeOptions extends RunOptions {
    @Description("Name.")
    @Default.String("")
    String getDataset();

    void setDataset(String dataset);

    @Description("Corpus.")
    @Default.String("")
    String getInput();

    void setInput(String input);

    @Description("Queries.")
    @Default.String("")
    String getQueries();

    void setQueries(String queries);

    @Description("Rows.")
    @Default.String("")
    String getTest();

    void setTest(String test);

    @Description("Systems.")
    @Default.String("")
    String getModel();

    void setModel(String model);

    @Description("Columns.")
    @Default.String("")
    String getDims();

    void setDims(String dims);

    @Description("Shares.")
    @Default.String("")
    String getCollectionShares();

    void setCollectionShares(String collectionShares);

    @Description("Folder.")
    @Default.String("")
    String getOutput();

    void setOutput(String output);

    @Description("Replace.")
    @Default.Boolean(false)
    boolean isOverwrite();

    void setOverwrite(boolean overwrite);
}
