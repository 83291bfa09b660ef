package dev.embeam.compress;

import dev.embeam.fasttext.TokenCursor;
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
public final class CompactSession extends WordSession {
    private final CompactEncoder encoder;
    private final CompactVectors vectors;
    private final float[] share;

    CompactSession(CompactEncoder encoder, int maxTokens) {
        super(maxTokens);
        this.encoder = encoder;
        vectors = new CompactVectors(encoder.model);
        share = new float[encoder.dim()];
    }

    @Override
    protected boolean addWord(TokenCursor cursor, TokenIds codes) {
        int word = encoder.model.words.find(cursor.bytes(), cursor.from(), cursor.to(), cursor.hash());
        if (word == CompactWords.NONE) {
            addNgrams(cursor, codes);
        } else {
            codes.add(word);
        }
        return word != CompactWords.NONE;
    }

    private void addNgrams(TokenCursor cursor, TokenIds codes) {
        int header = WordCodes.begin(codes);
        vectors.addRows(cursor.bytes(), cursor.from(), cursor.to(), codes);
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
