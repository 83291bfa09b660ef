package dev.embeam.compress;

import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.Matrix;
import java.util.Arrays;

/** Rows and vectors of the model that is to shrink. Immutable, shared between threads. */
final class OriginalRows {
    private final Matrix input;
    private final NgramUse use;

    OriginalRows(FastTextModel model, NgramUse use) {
        input = model.input();
        this.use = use;
    }

    int columns() {
        return input.columns();
    }

    /** Reads the row of a bucket. */
    void ngram(int bucket, float[] out) {
        Arrays.fill(out, 0);
        input.addRows(new int[] {use.words() + bucket}, 0, 1, out, 0);
    }

    /** Reads the vector of a word of the dictionary: the mean of its own row and those of its n-grams. */
    void word(int word, float[] out) {
        mean(word, true, out);
    }

    /** Reads the mean of the rows of a word's n-grams alone: the vector it would have if it were unknown. */
    void ngrams(int word, float[] out) {
        mean(word, false, out);
    }

    private void mean(int word, boolean own, float[] out) {
        int first = use.start(word);
        int ngrams = use.start(word + 1) - first;
        int[] rows = new int[ngrams + 1];
        rows[0] = word;
        for (int i = 0; i < ngrams; i++) {
            rows[i + 1] = use.words() + use.bucket(first + i);
        }
        Arrays.fill(out, 0);
        input.addRows(rows, own ? 0 : 1, rows.length, out, 0);
        int count = own ? rows.length : ngrams;
        float share = count > 0 ? (float) (1.0 / count) : 0;
        for (int j = 0; j < out.length; j++) {
            out[j] *= share;
        }
    }

    /** The norm of a bucket's row. */
    float norm(int bucket) {
        float[] row = new float[columns()];
        ngram(bucket, row);
        return norm(row);
    }

    /** The norm of the sum of the rows of a word's n-grams; 0 if it has none. */
    float lengthOfNgrams(int word) {
        float[] mean = new float[columns()];
        ngrams(word, mean);
        return norm(mean) * (use.start(word + 1) - use.start(word));
    }

    /** As numpy gives it: rounded to single precision. */
    private static float norm(float[] row) {
        double sum = 0;
        for (float x : row) {
            sum += (double) x * x;
        }
        return (float) Math.sqrt(sum);
    }
}
