package dev.embeam.pipeline.option;

import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Which model to encode with, and how. */
public interface ModelOptions extends EncodingOptions {
    @Description("Folder of the model: sentence-transformers StaticEmbedding, model2vec, or tokenizer.json beside"
            + " model.safetensors.")
    @Validation.Required
    String getModel();

    void setModel(String model);
}
