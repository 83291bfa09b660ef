package dev.embeam.fasttext.quantize;

import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.WordHash;
import dev.embeam.kernel.FloatTable;
import dev.embeam.libstdcxx.IntroSort;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which rows of an input matrix stay: that of the end of a line, then those of the largest norms. Words count as n-grams do.
 * Rows of equal norms stay as C++ happens to sort them.
 *
 * @param words kept words in rising order
 * @param ngrams kept rows of n-grams by falling norms
 */
record RowSelection(int[] words, int[] ngrams) {
    /** Keeps {@code count} rows of a model's. */
    static RowSelection largest(FloatTable input, Dictionary dictionary, int count) {
        float[] norms = RowNorms.of(input);
        byte[] end = Dictionary.END_OF_LINE.getBytes(StandardCharsets.US_ASCII);
        int first = dictionary.find(end, 0, end.length, WordHash.of(end, 0, end.length));
        int[] order = IntStream.range(0, input.rows()).toArray();
        IntroSort.sort(order, (a, b) -> a == first || (b != first && norms[a] > norms[b]));
        int[] kept = Arrays.copyOf(order, count);
        return new RowSelection(
                Arrays.stream(kept)
                        .filter(row -> row < dictionary.words())
                        .sorted()
                        .toArray(),
                Arrays.stream(kept).filter(row -> row >= dictionary.words()).toArray());
    }

    /** Number of rows. */
    int size() {
        return words.length + ngrams.length;
    }

    /** The row that becomes row {@code i}. */
    int row(int i) {
        return i < words.length ? words[i] : ngrams[i - words.length];
    }
}
