package dev.embeam.pipeline.option;

import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Which model to encode with, and how. */
public interface ModelOptions extends EncodingOptions {
    @Description("The model: a folder (sentence-transformers StaticEmbedding, model2vec, or tokenizer.json beside"
            + " model.safetensors), or a file of fastText (.bin, .ftz, .vec, .ecf).")
    @Validation.Required
    String getModel();

    void setModel(String model);
}
