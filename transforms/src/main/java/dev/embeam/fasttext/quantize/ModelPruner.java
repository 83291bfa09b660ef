package dev.embeam.fasttext.quantize;

import dev.embeam.fasttext.DenseMatrix;
import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.PrunedBuckets;
import dev.embeam.kernel.FloatTable;
import java.util.Arrays;
import java.util.Optional;

/** Takes words and n-grams out of a model. */
final class ModelPruner {
    private ModelPruner() {}

    /** The model with the selected rows only. Labels, counts and the number of tokens stay. */
    static FastTextModel keep(FastTextModel model, FloatTable input, RowSelection selection) {
        FloatTable kept = FloatTable.of(selection.size(), input.dim(), (first, count, block) -> {
            for (int i = 0; i < count; i++) {
                input.copyRow(selection.row(first + i), block, i * input.dim());
            }
        });
        return new FastTextModel(
                model.settings(), dictionary(model.dictionary(), selection), new DenseMatrix(kept), model.output());
    }

    private static Dictionary dictionary(Dictionary original, RowSelection selection) {
        int words = selection.words().length;
        int size = words + original.labels();
        byte[][] entries = new byte[size][];
        long[] counts = new long[size];
        int[] offsets = new int[size + 1];
        for (int i = 0; i < size; i++) {
            int entry = i < words ? selection.words()[i] : original.words() + i - words;
            entries[i] = original.bytes(entry);
            counts[i] = original.count(entry);
            offsets[i + 1] = offsets[i] + entries[i].length;
        }
        byte[] bytes = new byte[offsets[size]];
        for (int i = 0; i < size; i++) {
            System.arraycopy(entries[i], 0, bytes, offsets[i], entries[i].length);
        }
        int[] buckets = Arrays.stream(selection.ngrams())
                .map(row -> row - original.words())
                .toArray();
        return new Dictionary(bytes, offsets, counts, words, original.tokens(), Optional.of(PrunedBuckets.of(buckets)));
    }
}
