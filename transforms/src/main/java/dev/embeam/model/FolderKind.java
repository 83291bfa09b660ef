package dev.embeam.model;

import java.util.Locale;

/** How the files of a model lie in its folder. */
public enum FolderKind {
    /** {@code modules.json} names a StaticEmbedding module and where it lies. */
    SENTENCE_TRANSFORMERS,
    /** {@code config.json} (or {@code config_sentence_transformers.json}) beside the weights. */
    MODEL2VEC,
    /** Nothing but {@code tokenizer.json} and {@code model.safetensors}. */
    BARE;

    /** The word for it in reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
