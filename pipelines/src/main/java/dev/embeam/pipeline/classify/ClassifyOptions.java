package dev.embeam.pipeline.classify;

import dev.embeam.pipeline.option.FolderOptions;
import dev.embeam.pipeline.option.InputOptions;
import dev.embeam.pipeline.option.RunOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Flags of {@code classify}. */
public interface ClassifyOptions extends InputOptions, FolderOptions, RunOptions, CascadeOptions {
    @Description("File of the classifier: a supervised .bin or .ftz of fastText.")
    @Validation.Required
    String getModel();

    void setModel(String model);

    @Description("How many labels a document gets at most; -1 for all.")
    @Default.Integer(1)
    int getTopK();

    void setTopK(int topK);

    @Description("Least probability of a label.")
    @Default.Float(0)
    float getThreshold();

    void setThreshold(float threshold);

    @Description("Files of the output: parquet or jsonl.")
    @Default.String("parquet")
    String getFormat();

    void setFormat(String format);

    @Description(
            "Field of the documents that holds their right labels, one or a JSON list, to evaluate by; with the name of a"
                    + " text field, the words of the text that begin with __label__, as in fastText's own files.")
    @Default.String("")
    String getLabels();

    void setLabels(String labels);

    @Description("Name of the documents in the report; by default that of the folder the first file lies in.")
    @Default.String("")
    String getDataset();

    void setDataset(String dataset);

    @Description("Seed of the resampling behind intervals.")
    @Default.Long(0)
    long getSeed();

    void setSeed(long seed);

    @Description("Resamples behind the interval of a mean; statistics that are no means take a tenth.")
    @Default.Integer(10_000)
    int getBootstrapSamples();

    void setBootstrapSamples(int bootstrapSamples);
}
