package dev.embeam.compress;

import dev.embeam.fasttext.Subwords;
import dev.embeam.kernel.VectorKernels;
import dev.embeam.tokenizer.TokenIds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Vectors of single words of a compact model: a kept word's own row, any other word the mean of the rows of its kept n-grams;
 * zero where it has none. One thread's.
 */
public final class CompactVectors {
    private final CompactModel model;
    private final Subwords subwords;
    private final TokenIds found = new TokenIds();
    private final TokenIds kept = new TokenIds();
    private final byte[] scratch;

    /** Of the words of one model. */
    public CompactVectors(CompactModel model) {
        this.model = model;
        subwords = new Subwords(model.subwordSettings(), CompactModel.noWords());
        scratch = new byte[Math.max(model.wordRows.scratchBytes(), model.ngramRows.scratchBytes())];
    }

    /** Columns of a vector. */
    public int dim() {
        return model.dim();
    }

    /** Writes the vector of the word {@code text[from, to)} to {@code out[at, at + dim())}. */
    public void write(byte[] text, int from, int to, float[] out, int at) {
        int word = model.words.find(text, from, to);
        if (word == CompactWords.NONE) {
            writeUnknown(text, from, to, out, at);
        } else {
            writeKept(word, out, at);
        }
    }

    /** The vector of a word. */
    public float[] vector(String word) {
        byte[] text = word.getBytes(StandardCharsets.UTF_8);
        float[] vector = new float[dim()];
        write(text, 0, text.length, vector, 0);
        return vector;
    }

    /** Writes the vector of a word as if it were not kept. */
    public void writeUnknown(byte[] text, int from, int to, float[] out, int at) {
        found.truncate(0);
        addRows(text, from, to, found);
        Arrays.fill(out, at, at + dim(), 0);
        addRows(found.array(), 0, found.size(), out, at);
        if (found.size() > 0) {
            VectorKernels.scale(out, at, dim(), (float) (1.0 / found.size()));
        }
    }

    /** Writes the row of a kept word. */
    private void writeKept(int word, float[] out, int at) {
        Arrays.fill(out, at, at + dim(), 0);
        addKept(word, 1, out, at);
    }

    /** Adds the row of a kept word times {@code factor}. */
    void addKept(int word, float factor, float[] sum, int at) {
        model.wordRows.add(word, factor, sum, at, scratch);
    }

    /**
     * Appends the rows of a word's n-grams. One that was dropped is left out or, where dropped n-grams count in the mean, the
     * number behind the last row.
     */
    void addRows(byte[] text, int from, int to, TokenIds rows) {
        int first = rows.size();
        subwords.addBuckets(text, from, to, rows);
        int size = first;
        for (int i = first; i < rows.size(); i++) {
            int row = model.buckets.find(rows.get(i));
            if (row != CompactBuckets.DROPPED || model.settings.droppedCount()) {
                rows.set(size++, row == CompactBuckets.DROPPED ? model.ngrams() : row);
            }
        }
        rows.truncate(size);
    }

    /** Adds rows of n-grams; dropped ones are zero. */
    void addRows(int[] rows, int from, int to, float[] sum, int at) {
        kept.truncate(0);
        for (int i = from; i < to; i++) {
            if (rows[i] < model.ngrams()) {
                kept.add(rows[i]);
            }
        }
        model.ngramRows.addAll(kept.array(), 0, kept.size(), sum, at, scratch);
    }
}
