package dev.embeam.fasttext;

import dev.embeam.kernel.VectorKernels;
import dev.embeam.tokenizer.TokenIds;
import java.util.Arrays;

/**
 * One thread's work with a {@link FastTextEncoder}: texts to codes, and codes to vectors. Codes stand for a text's words
 * without the text, so that the two may be done apart; every session of an encoder of the same file reads them. Not
 * thread-safe; keep one and use it again.
 *
 * <p>A code from 0 up is a known word, or, where a classifier's lines are encoded, a row. A negative code {@code -(n + 1)} is a
 * word to be composed, and n rows follow it. Words without a vector have no code.
 */
public final class FastTextSession extends WordSession {
    private final FastTextEncoder encoder;
    private final Subwords subwords;
    private final LineFeatures line;
    private final StreamTokens stream = new StreamTokens();
    private final ShareCache cache;
    private final float[] share;

    FastTextSession(FastTextEncoder encoder, int maxTokens) {
        super(maxTokens);
        this.encoder = encoder;
        subwords = new Subwords(encoder.settings, encoder.dictionary);
        line = new LineFeatures(encoder.settings, encoder.dictionary);
        cache = new ShareCache(encoder.dim());
        share = new float[encoder.dim()];
    }

    @Override
    protected boolean tokenize(TextBytes text, int most, TokenIds codes) {
        return encoder.ofLines ? tokenizeLine(text, most, codes) : super.tokenize(text, most, codes);
    }

    @Override
    protected boolean addWord(TokenCursor cursor, TokenIds codes) {
        int word = encoder.dictionary.findWord(cursor.bytes(), cursor.from(), cursor.to(), cursor.hash());
        if (word == Dictionary.NONE || !encoder.isComposed()) {
            addRows(word, cursor, codes);
        } else if (!encoder.isSilent(word)) {
            codes.add(word);
        }
        return word != Dictionary.NONE;
    }

    private void addRows(int word, TokenCursor cursor, TokenIds codes) {
        int header = WordCodes.begin(codes);
        subwords.addRows(cursor.bytes(), cursor.from(), cursor.to(), word, codes);
        WordCodes.end(header, codes);
    }

    /** The text as one line that ends in LF, as the Python binding gives it to the library: LF inside it separate words. */
    private boolean tokenizeLine(TextBytes text, int most, TokenIds codes) {
        int end = text.makeLine(stream, most);
        stream.start(text.bytes(), 0, end);
        line.read(stream);
        codes.addAll(line.rows());
        // Without the end of the line, which was added.
        count(line.words() - 1, line.unknownWords());
        return end < text.length();
    }

    @Override
    public void encode(int[] codes, int from, int to, float[] out, int at) {
        Arrays.fill(out, at, at + encoder.dim(), 0);
        int count = encoder.ofLines ? addFeatures(codes, from, to, out, at) : addWords(codes, from, to, out, at);
        if (count > 0) {
            VectorKernels.scale(out, at, encoder.dim(), (float) (1.0 / count));
        }
    }

    private int addFeatures(int[] rows, int from, int to, float[] out, int at) {
        WordCodes.check(rows, from, to, encoder.input.rows());
        encoder.input.addRows(rows, from, to, out, at);
        return to - from;
    }

    private int addWords(int[] codes, int from, int to, float[] out, int at) {
        int count = 0;
        int i = from;
        while (i < to) {
            if (codes[i] < 0) {
                int end = WordCodes.endOfRows(codes, i, to, encoder.input.rows());
                count += addComposed(codes, i + 1, end, out, at);
                i = end;
            } else {
                int end = endOfKnown(codes, i, to);
                encoder.addKnown(codes, i, end, out, at);
                count += end - i;
                i = end;
            }
        }
        return count;
    }

    private int endOfKnown(int[] codes, int from, int to) {
        int end = from;
        while (end < to && codes[end] >= 0) {
            end++;
        }
        WordCodes.check(codes, from, end, encoder.composedWords());
        return end;
    }

    private int addComposed(int[] codes, int from, int to, float[] out, int at) {
        int slot = cache.slot(codes, from, to);
        if (slot >= 0 && cache.holds(slot, codes, from, to)) {
            if (cache.isCounted(slot)) {
                cache.add(slot, out, at);
            }
            return cache.isCounted(slot) ? 1 : 0;
        }
        int word = from < to && codes[from] < encoder.dictionary.words() ? codes[from] : Dictionary.NONE;
        boolean counted = encoder.share.write(encoder.input, word, codes, from, to, share, 0);
        if (slot >= 0) {
            cache.put(slot, codes, from, to, counted, share);
        }
        return counted ? addShare(out, at) : 0;
    }

    private int addShare(float[] out, int at) {
        for (int j = 0; j < share.length; j++) {
            out[at + j] += share[j];
        }
        return 1;
    }
}
