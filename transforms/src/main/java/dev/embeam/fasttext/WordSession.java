package dev.embeam.fasttext;

import dev.embeam.tokenizer.TokenIds;

/**
 * One thread's work with a model of words: texts to codes, and codes to vectors. Codes stand for a text's words without the
 * text, so that the two may be done apart. Not thread-safe; keep one and use it again.
 *
 * <p>A code from 0 up is a known word. A negative code {@code -(n + 1)} is a word to be composed, and n rows follow it. Words
 * without a vector have no code. (The codes of a classifier's lines are rows.)
 */
public interface WordSession {
    /**
     * Appends the codes of a text. Half a surrogate pair counts as U+FFFD.
     *
     * @return whether the text had more tokens than count
     */
    boolean tokenize(char[] text, int from, int to, TokenIds codes);

    /** Tokens of the last text that count. */
    int tokens();

    /** Those of them that the model does not know as words. */
    int unknownTokens();

    /**
     * Writes the vector of a text with the codes {@code codes[from, to)} to {@code out[at, at + columns)}: zero where no word
     * counts.
     *
     * @throws IllegalArgumentException if the codes are not of this model
     */
    void encode(int[] codes, int from, int to, float[] out, int at);
}
