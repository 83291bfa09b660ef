package dev.embeam.pipeline.option;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Which systems are evaluated side by side: models, and the settings that make several systems of one model. */
public interface SystemOptions extends FastTextOptions {
    @Description(
            "Systems, separated by commas: folders of static models, files of fastText models (.bin, .ftz, .vec, .ecf), and"
                    + " bm25 for the lexical baseline.")
    @Validation.Required
    String getModel();

    void setModel(String model);

    @Description("Widths to score, separated by commas (1024,256,64): the leading columns of each vector, all from one"
            + " encoding; 0 for all columns.")
    @Default.String("0")
    String getDims();

    void setDims(String dims);

    @Description("Precisions of the vectors to score, separated by commas: float32, float16, int8, binary.")
    @Default.String("float32")
    String getPrecisions();

    void setPrecisions(String precisions);

    @Description(
            "Most tokens of a text that count, separated by commas (64,128,256), all from one tokenisation; 0 for no"
                    + " limit, -1 for the model's own.")
    @Default.String("-1")
    String getMaxTokens();

    void setMaxTokens(String maxTokens);

    @Description(
            "Which systems several dims, precisions, maxTokens and collectionShares make: all (every combination), or"
                    + " single (one at a time differs from the first value of its flag: name the fullest first).")
    @Default.String("all")
    String getCombinations();

    void setCombinations(String combinations);

    @Description("Whose rules to encode by: auto (as the folder says), sentence-transformers, model2vec.")
    @Default.String("auto")
    String getSemantics();

    void setSemantics(String semantics);

    @Description("Whether vectors get length 1: auto (as the model says), on, off.")
    @Default.String("auto")
    String getNormalize();

    void setNormalize(String normalize);

    @Description("How a Precompiled normalizer is read: hf-legacy (as Hugging Face tokenizers do) or sentencepiece.")
    @Default.String("hf-legacy")
    String getPrecompiledReading();

    void setPrecompiledReading(String precompiledReading);

    @Description("How bm25 cuts texts into terms: japanese (Kuromoji), english, standard, trigrams (of characters).")
    @Default.String("japanese")
    String getAnalysis();

    void setAnalysis(String analysis);
}
