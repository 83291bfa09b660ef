package dev.embeam.model;

/** Whether vectors are brought to length one. */
public enum Normalization {
    /** As the model's folder says. */
    AUTO,
    /** Always, after the vector is cut to its width, like {@code normalize_embeddings} of sentence-transformers. */
    ON,
    /** Never, whatever the folder says. */
    OFF
}
