package dev.embeam.compress;

import dev.embeam.fasttext.TextBytes;
import dev.embeam.fasttext.WhitespaceTokens;
import dev.embeam.kernel.VectorKernels;
import dev.embeam.tokenizer.TokenIds;
import java.util.Arrays;

/**
 * One thread's work with a {@link CompactEncoder}: texts to codes, and codes to vectors, as {@link
 * dev.embeam.fasttext.FastTextSession} does it. Not thread-safe; keep one and use it again.
 *
 * <p>A code from 0 up is a kept word. A negative code {@code -(n + 1)} is a word to be composed, and n rows of n-grams follow
 * it; the number behind the last row stands for a dropped n-gram that counts. Words without rows have no code.
 */
public final class CompactSession {
    private final CompactEncoder encoder;
    private final int maxTokens;
    private final CompactVectors vectors;
    private final WhitespaceTokens words = new WhitespaceTokens();
    private final TextBytes buffer = new TextBytes();
    private final float[] share;
    private int tokens;
    private int unknownTokens;

    CompactSession(CompactEncoder encoder, int maxTokens) {
        if (maxTokens < 0) {
            throw new IllegalArgumentException(
                    "the limit of tokens is " + maxTokens + "; expected 0 for none, or more");
        }
        this.encoder = encoder;
        this.maxTokens = maxTokens == 0 ? Integer.MAX_VALUE : maxTokens;
        vectors = new CompactVectors(encoder.model);
        share = new float[encoder.dim()];
    }

    /**
     * Appends the codes of a text. Half a surrogate pair counts as U+FFFD.
     *
     * @return whether the text had more tokens than count
     */
    public boolean tokenize(char[] text, int from, int to, TokenIds codes) {
        buffer.set(text, from, to);
        return tokenizeBuffer(codes);
    }

    /**
     * Appends the codes of a text in UTF-8, or of any bytes.
     *
     * @return whether the text had more tokens than count
     */
    public boolean tokenize(byte[] text, int from, int to, TokenIds codes) {
        buffer.set(text, from, to);
        return tokenizeBuffer(codes);
    }

    /** Tokens of the last text that count. */
    public int tokens() {
        return tokens;
    }

    /** Those of them that have no row of their own. */
    public int unknownTokens() {
        return unknownTokens;
    }

    private boolean tokenizeBuffer(TokenIds codes) {
        tokens = 0;
        unknownTokens = 0;
        words.start(buffer.bytes(), 0, buffer.length());
        while (words.next()) {
            if (tokens == maxTokens) {
                return true;
            }
            tokens++;
            int word = encoder.model.words.find(words.bytes(), words.from(), words.to(), words.hash());
            if (word == CompactWords.NONE) {
                unknownTokens++;
                addNgrams(codes);
            } else {
                codes.add(word);
            }
        }
        return false;
    }

    private void addNgrams(TokenIds codes) {
        int header = codes.size();
        codes.add(0);
        vectors.addRows(words.bytes(), words.from(), words.to(), codes);
        int rows = codes.size() - header - 1;
        if (rows == 0) {
            codes.truncate(header);
        } else {
            codes.set(header, -(rows + 1));
        }
    }

    /**
     * Writes the vector of a text with the codes {@code codes[from, to)} to {@code out[at, at + dim())}: zero where no word
     * counts.
     *
     * @throws IllegalArgumentException if the codes are not of this model
     */
    public void encode(int[] codes, int from, int to, float[] out, int at) {
        Arrays.fill(out, at, at + encoder.dim(), 0);
        int count = 0;
        int i = from;
        while (i < to) {
            boolean counts;
            if (codes[i] < 0) {
                int end = endOfRows(codes, i, to);
                counts = addComposed(codes, i + 1, end, out, at);
                i = end;
            } else {
                check(codes[i], encoder.model.words());
                counts = encoder.addKept(codes[i], vectors, share, out, at);
                i++;
            }
            count += counts ? 1 : 0;
        }
        if (count > 0) {
            VectorKernels.scale(out, at, encoder.dim(), (float) (1.0 / count));
        }
    }

    private boolean addComposed(int[] rows, int from, int to, float[] out, int at) {
        Arrays.fill(share, 0);
        vectors.addMean(rows, from, to, share, 0);
        return encoder.addShare(CompactWords.NONE, share, out, at);
    }

    private int endOfRows(int[] codes, int header, int to) {
        long end = header - (long) codes[header];
        if (end > to) {
            throw new IllegalArgumentException(
                    "code " + codes[header] + " announces more rows than the text has codes: " + (to - header - 1));
        }
        for (int i = header + 1; i < end; i++) {
            check(codes[i], encoder.model.ngrams() + 1);
        }
        return (int) end;
    }

    private static void check(int code, int bound) {
        if (code < 0 || code >= bound) {
            throw new IllegalArgumentException("code " + code + " is no row of the model, which has " + bound
                    + "; codes are read by the model that wrote them");
        }
    }
}
