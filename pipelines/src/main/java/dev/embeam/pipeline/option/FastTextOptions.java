package dev.embeam.pipeline.option;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** How a model of fastText encodes; static models take none of these. */
public interface FastTextOptions extends PipelineOptions {
    @Description("How a fastText model makes a text's vector of its words': auto (as the fasttext tool does),"
            + " normalized (mean of vectors of length 1), mean, sif (mean weighted by a / (a + frequency)).")
    @Default.String("auto")
    String getPooling();

    void setPooling(String pooling);

    @Description(
            "Where the frequencies of --pooling=sif come from: model (the text it was trained on), collection (counted"
                    + " in the input first), or a word-counts.tsv that an earlier run has counted.")
    @Default.String("model")
    String getSifFrequencies();

    void setSifFrequencies(String sifFrequencies);

    @Description("The a of --pooling=sif: the smaller, the less frequent words count.")
    @Default.Double(0.001)
    double getSifSmoothing();

    void setSifSmoothing(double sifSmoothing);

    @Description(
            "What cuts texts into words for a fastText model, which knows white space only: none, kuromoji (Japanese).")
    @Default.String("none")
    String getSegmenter();

    void setSegmenter(String segmenter);
}
