package dev.embeam.pipeline;

import dev.embeam.fasttext.DenseMatrix;
import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.FastTextSettings;
import dev.embeam.fasttext.FastTextWriter;
import dev.embeam.fasttext.Loss;
import dev.embeam.fasttext.ModelKind;
import dev.embeam.fixture.Seeds;
import dev.embeam.kernel.FloatTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.SplittableRandom;

/** A skipgram model of the width of published ones, with few words and buckets of random numbers. */
final class WideFastText {
    private static final int DIM = 300;
    private static final int WORDS = 400;
    private static final int BUCKETS = 1000;

    private WideFastText() {}

    static void write(Path file) throws IOException {
        FastTextSettings settings = new FastTextSettings(
                DIM, 5, 1, 1, 5, 1, Loss.NEGATIVE_SAMPLING, ModelKind.SKIPGRAM, BUCKETS, 3, 4, 100, 1e-4);
        SplittableRandom random = Seeds.random(300);
        FastTextModel model = new FastTextModel(
                settings, dictionary(), random(WORDS + BUCKETS, random), Optional.of(random(WORDS, random)));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FastTextWriter.write(model, channel);
        }
    }

    private static Dictionary dictionary() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int[] offsets = new int[WORDS + 1];
        long[] counts = new long[WORDS];
        for (int word = 0; word < WORDS; word++) {
            bytes.writeBytes(("word" + word).getBytes(StandardCharsets.US_ASCII));
            offsets[word + 1] = bytes.size();
            counts[word] = (long) WORDS - word;
        }
        return new Dictionary(bytes.toByteArray(), offsets, counts, WORDS, 100_000, Optional.empty());
    }

    private static DenseMatrix random(int rows, SplittableRandom random) {
        float[] numbers = new float[rows * DIM];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextDouble(-1, 1);
        }
        return new DenseMatrix(FloatTable.of(numbers, DIM));
    }
}
