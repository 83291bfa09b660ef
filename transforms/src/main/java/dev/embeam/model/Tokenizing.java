package dev.embeam.model;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.TokenBatch;

/**
 * The tokenizer of an encoder for one thread. Not thread-safe; implementations hold scratch only, so that what they give
 * depends on nothing but the text.
 */
public interface Tokenizing {
    /**
     * The tokens of a batch, as numbers that only the encoder understands; their counts are those of the tokens themselves,
     * be a token one number or several.
     */
    TokenBatch tokenize(DocumentBatch batch);
}
