package dev.embeam.model;

import java.util.Locale;

/**
 * Whose rules make a vector out of a text. The two libraries read each other's folders and give different vectors for them.
 *
 * <p>Which one a folder is for ({@link ModelSettings#withSemantics} overrides it):
 *
 * <ol>
 *   <li>{@code config.json} says {@code "model_type": "model2vec"}: {@link #MODEL2VEC};
 *   <li>otherwise {@code modules.json} exists: {@link #SENTENCE_TRANSFORMERS};
 *   <li>otherwise {@code config.json} or {@code config_sentence_transformers.json} exists: {@link #MODEL2VEC}, because
 *       sentence-transformers cannot load a folder without {@code modules.json};
 *   <li>otherwise (only {@code tokenizer.json} and {@code model.safetensors}): {@link #SENTENCE_TRANSFORMERS}.
 * </ol>
 */
public enum EncodingSemantics {
    /**
     * The rules of sentence-transformers' StaticEmbedding: the mean of the rows of all tokens, unknown ones included, of the
     * whole text; a Normalize module acts on the full width before it is cut to {@code dims}.
     */
    SENTENCE_TRANSFORMERS,
    /**
     * The rules of model2vec up to 0.9: text cut to 512 times the median length of a piece, unknown tokens dropped where the
     * tokenizer's model names them by {@code unk_token}, then the first 512 tokens; columns are cut first, vectors
     * normalised last. Means are in float32, weighted ones in float64; where rows
     * are in half precision, model2vec itself rounds the mean to half precision, which is not done here.
     *
     * <p>model2vec 0.10 has other rules: it drops Unigram's unknown id too, and cuts tokens before it drops any.
     */
    MODEL2VEC;

    /** The word for it in reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
