package dev.embeam.pipeline.bench;

import dev.embeam.pipeline.option.RunOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Flags of {@code bench-retrieval}. */
public interface RetrievalBenchOptions extends RunOptions {
    @Description("How many random vectors to write and search.")
    @Default.Long(1_000_000)
    long getDocuments();

    void setDocuments(long documents);

    @Description("Columns of the random vectors.")
    @Default.Integer(256)
    int getDims();

    void setDims(int dims);

    @Description("How many random queries to search for.")
    @Default.Integer(720)
    int getQueries();

    void setQueries(int queries);

    @Description("Output of encode, or Parquet files of it, to search in place of random vectors; its width counts.")
    @Default.String("")
    String getEmbeddings();

    void setEmbeddings(String embeddings);

    @Description("How often to run the whole stage; the first run also compiles the program.")
    @Default.Integer(2)
    int getRuns();

    void setRuns(int runs);

    @Description("Folder for the random vectors; by default a temporary one. What is made there is deleted.")
    @Default.String("")
    String getWorkFolder();

    void setWorkFolder(String workFolder);
}
