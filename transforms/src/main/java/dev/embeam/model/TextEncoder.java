package dev.embeam.model;

import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.TokenBatch;

/**
 * Turns texts into vectors, in two steps that may be told apart: a {@link Tokenizing} cuts them into tokens, and {@link
 * #encode} makes a vector of the tokens of each.
 *
 * <p>Immutable and shared between threads. A vector depends on the text, the model's files and the settings, on nothing
 * else: not on the batch, the thread or the machine. A text without any token that counts has a zero vector.
 */
public interface TextEncoder {
    /** Columns of a vector. */
    int dim();

    /** What there is to know of the model. */
    ModelCard card();

    /** SHA-256 of everything that decides a vector, in hexadecimal digits. */
    default String fingerprint() {
        return card().fingerprint();
    }

    /** A tokenizer for one thread, for texts of which at most {@code maxTokens} tokens will count; 0 for all. */
    Tokenizing newTokenizing(int maxTokens);

    /** A tokenizer for one thread, with the settings' limit of tokens. */
    default Tokenizing newTokenizing() {
        return newTokenizing(card().maxTokens());
    }

    /** Whether one tokenisation serves both limits of tokens. */
    boolean tokenizesAlike(int maxTokens, int other);

    /**
     * The vectors of a batch that a tokenizer of this model, or one with the same vocabulary, has cut into tokens.
     *
     * @param maxTokens at most this many tokens of a text count; 0 for all
     * @throws IllegalArgumentException if a token is none of the model's
     */
    EmbeddingBatch encode(TokenBatch batch, int maxTokens);

    /** The same with the settings' limit of tokens. */
    default EmbeddingBatch encode(TokenBatch batch) {
        return encode(batch, card().maxTokens());
    }
}
