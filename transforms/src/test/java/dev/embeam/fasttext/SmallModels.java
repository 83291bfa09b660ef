package dev.embeam.fasttext;

import dev.embeam.fixture.Seeds;
import dev.embeam.kernel.FloatTable;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Models of a few words with drawn rows. */
final class SmallModels {
    private SmallModels() {}

    /** A skip-gram model; entries that begin as labels do are labels. Entry i occurred {@code 10 * (i + 1)} times. */
    static FastTextModel skipgram(List<byte[]> entries, int dim, int bucket, int minn, int maxn) {
        return model(ModelKind.SKIPGRAM, entries, dim, bucket, minn, maxn);
    }

    static FastTextModel model(ModelKind kind, List<byte[]> entries, int dim, int bucket, int minn, int maxn) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int[] offsets = new int[entries.size() + 1];
        long[] counts = new long[entries.size()];
        int words = 0;
        long tokens = 0;
        for (int i = 0; i < entries.size(); i++) {
            bytes.writeBytes(entries.get(i));
            offsets[i + 1] = bytes.size();
            counts[i] = 10L * (i + 1);
            tokens += counts[i];
            words += Dictionary.looksLikeLabel(entries.get(i), 0, entries.get(i).length) ? 0 : 1;
        }
        Dictionary dictionary = new Dictionary(bytes.toByteArray(), offsets, counts, words, tokens, Optional.empty());
        FastTextSettings settings =
                new FastTextSettings(dim, 5, 5, 1, 5, 2, Loss.SOFTMAX, kind, bucket, minn, maxn, 100, 1e-4);
        int outputs = kind == ModelKind.SUPERVISED ? entries.size() - words : words;
        Optional<Matrix> output = outputs == 0 ? Optional.empty() : Optional.of(matrix(outputs, dim, 2));
        return new FastTextModel(settings, dictionary, matrix(words + bucket, dim, 1), output);
    }

    private static Matrix matrix(int rows, int dim, long testCase) {
        SplittableRandom random = Seeds.random(testCase);
        float[] numbers = new float[rows * dim];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) (random.nextDouble() * 2 - 1);
        }
        return new DenseMatrix(FloatTable.of(numbers, dim));
    }
}
