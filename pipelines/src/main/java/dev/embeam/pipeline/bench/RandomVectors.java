package dev.embeam.pipeline.bench;

import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.Precision;
import dev.embeam.schema.VariantBatch;
import dev.embeam.schema.parquet.EmbeddingFileWriter;
import dev.embeam.schema.parquet.EmbeddingFormat;
import dev.embeam.schema.parquet.EmbeddingLayout;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Vectors of numbers drawn evenly from -1 to 1, the same in every run. */
final class RandomVectors {
    private static final int BATCH_ROWS = 1024;
    private static final long FILE_BYTES = 256L << 20;
    private static final long QUERY_SEED = -1;

    private RandomVectors() {}

    /** A batch of {@code rows} documents whose ids are the numbers from {@code first}. */
    static VariantBatch documents(long first, int rows, int dim) {
        return batch(new SplittableRandom(first), first, rows, dim);
    }

    /** The vectors of queries with the indexes from 0. */
    static VariantBatch queries(int rows, int dim) {
        return batch(new SplittableRandom(QUERY_SEED), 0, rows, dim);
    }

    private static VariantBatch batch(SplittableRandom random, long first, int rows, int dim) {
        float[] numbers = new float[Math.multiplyExact(rows, dim)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextInt() * 0x1p-31f;
        }
        String[] ids = new String[rows];
        Arrays.setAll(ids, i -> Long.toString(first + i));
        return new VariantBatch(0, new EmbeddingBatch(DocumentKeys.ofIds(ids), dim, numbers, EncodingCounts.NONE), 0);
    }

    /** Writes Parquet files of {@code rows} vectors into a folder and gives the glob that matches them. */
    static String write(Path folder, long rows, int dim) throws IOException {
        Path files = Files.createDirectories(folder);
        for (long row = 0; row < rows; ) {
            row = writeFile(files.resolve("random-" + row + ".parquet"), row, rows, dim);
        }
        return files + "/random-*.parquet";
    }

    private static long writeFile(Path file, long first, long rows, int dim) throws IOException {
        EmbeddingFormat format = EmbeddingFormat.of(new EmbeddingLayout(dim, Precision.FLOAT32, List.of()));
        long row = first;
        try (EmbeddingFileWriter writer = EmbeddingFileWriter.open(
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), format)) {
            while (row < rows && writer.size() < FILE_BYTES) {
                EmbeddingBatch batch = documents(row, (int) Math.min(BATCH_ROWS, rows - row), dim)
                        .batch();
                writer.append(batch.keys(), batch.vectors());
                row += batch.size();
            }
            writer.finish();
        }
        return row;
    }
}
