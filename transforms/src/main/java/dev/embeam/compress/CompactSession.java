package dev.embeam.compress;

import dev.embeam.fasttext.TextBytes;
import dev.embeam.fasttext.WhitespaceTokens;
import dev.embeam.fasttext.WordCodes;
import dev.embeam.fasttext.WordSession;
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
public final class CompactSession implements WordSession {
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

    @Override
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

    @Override
    public int tokens() {
        return tokens;
    }

    @Override
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
        int header = WordCodes.begin(codes);
        vectors.addRows(words.bytes(), words.from(), words.to(), codes);
        WordCodes.end(header, codes);
    }

    @Override
    public void encode(int[] codes, int from, int to, float[] out, int at) {
        Arrays.fill(out, at, at + encoder.dim(), 0);
        int count = 0;
        int i = from;
        while (i < to) {
            boolean counts;
            if (codes[i] < 0) {
                int end = WordCodes.endOfRows(codes, i, to, encoder.model.ngrams() + 1);
                counts = addComposed(codes, i + 1, end, out, at);
                i = end;
            } else {
                WordCodes.check(codes, i, i + 1, encoder.model.words());
                counts = encoder.addKept(codes[i], vectors, out, at);
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
        vectors.addRows(rows, from, to, share, 0);
        return encoder.addComposed(share, to - from, out, at);
    }
}
