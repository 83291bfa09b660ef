package dev.embeam.pipeline.option;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** How a model encodes. */
public interface EncodingOptions extends FastTextOptions {
    @Description("Whose rules to encode by: auto (as the folder says), sentence-transformers, model2vec.")
    @Default.String("auto")
    String getSemantics();

    void setSemantics(String semantics);

    @Description("Columns to keep, from the first; 0 keeps all.")
    @Default.Integer(0)
    int getDims();

    void setDims(int dims);

    @Description("Most tokens of a text that count; 0 for no limit, -1 for the model's own (model2vec 512, else none).")
    @Default.Integer(-1)
    int getMaxTokens();

    void setMaxTokens(int maxTokens);

    @Description("Whether vectors get length 1: auto (as the model says), on, off.")
    @Default.String("auto")
    String getNormalize();

    void setNormalize(String normalize);

    @Description("Name of the model's prompt to put before every text.")
    @Default.String("")
    String getPromptName();

    void setPromptName(String promptName);

    @Description("Text to put before every text; wins over promptName.")
    @Default.String("")
    String getPrompt();

    void setPrompt(String prompt);

    @Description("How a Precompiled normalizer is read: hf-legacy (as Hugging Face tokenizers do) or sentencepiece.")
    @Default.String("hf-legacy")
    String getPrecompiledReading();

    void setPrecompiledReading(String precompiledReading);
}
