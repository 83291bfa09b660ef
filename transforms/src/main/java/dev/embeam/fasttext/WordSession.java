package dev.embeam.fasttext;

import dev.embeam.tokenizer.TokenIds;

/**
 * One thread's work with a model of words: texts to codes, and codes to vectors. Codes stand for a text's words without the
 * text, so that the two may be done apart. Not thread-safe; keep one and use it again.
 *
 * <p>A code from 0 up is a known word. A negative code {@code -(n + 1)} is a word to be composed, and n rows follow it. Words
 * without a vector have no code. (The codes of a classifier's lines are rows.)
 */
public abstract class WordSession {
    private final int maxTokens;
    private final WhitespaceTokens words = new WhitespaceTokens();
    private final TextBytes buffer = new TextBytes();
    private int tokens;
    private int unknownTokens;

    /** With at most this many tokens of a text that count; 0 for all. */
    protected WordSession(int maxTokens) {
        if (maxTokens < 0) {
            throw new IllegalArgumentException(
                    "the limit of tokens is " + maxTokens + "; expected 0 for none, or more");
        }
        this.maxTokens = maxTokens == 0 ? Integer.MAX_VALUE : maxTokens;
    }

    /**
     * Appends the codes of a text. Half a surrogate pair counts as U+FFFD.
     *
     * @return whether the text had more tokens than count
     */
    public final boolean tokenize(char[] text, int from, int to, TokenIds codes) {
        buffer.set(text, from, to);
        return tokenize(buffer, maxTokens, codes);
    }

    /**
     * Appends the codes of a text in UTF-8, or of any bytes.
     *
     * @return whether the text had more tokens than count
     */
    public final boolean tokenize(byte[] text, int from, int to, TokenIds codes) {
        buffer.set(text, from, to);
        return tokenize(buffer, maxTokens, codes);
    }

    /** Appends the codes of the words between white space; tells how many there were by {@link #count}. */
    protected boolean tokenize(TextBytes text, int most, TokenIds codes) {
        count(0, 0);
        words.start(text.bytes(), 0, text.length());
        while (words.next()) {
            if (tokens == most) {
                return true;
            }
            tokens++;
            if (!addWord(words, codes)) {
                unknownTokens++;
            }
        }
        return false;
    }

    /** Appends the code of the word that the cursor stands at. Whether the model knows it as a word. */
    protected abstract boolean addWord(TokenCursor word, TokenIds codes);

    /** Sets what is told of the last text. */
    protected final void count(int newTokens, int newUnknownTokens) {
        tokens = newTokens;
        unknownTokens = newUnknownTokens;
    }

    /** Tokens of the last text that count. */
    public final int tokens() {
        return tokens;
    }

    /** Those of them that the model does not know as words. */
    public final int unknownTokens() {
        return unknownTokens;
    }

    /**
     * Writes the vector of a text with the codes {@code codes[from, to)} to {@code out[at, at + columns)}: zero where no word
     * counts.
     *
     * @throws IllegalArgumentException if the codes are not of this model
     */
    public abstract void encode(int[] codes, int from, int to, float[] out, int at);
}
