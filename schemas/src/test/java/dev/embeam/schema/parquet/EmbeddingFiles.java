package dev.embeam.schema.parquet;

import dev.embeam.schema.Calibration;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.Precision;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.TextColumnBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Random files of vectors for tests. */
final class EmbeddingFiles {
    private EmbeddingFiles() {}

    static EmbeddingFormat format(
            int dim, Precision precision, Compression compression, long rowGroupBytes, String... kept) {
        EmbeddingLayout layout = new EmbeddingLayout(dim, precision, List.of(kept));
        Calibration calibration =
                precision == Precision.INT8 ? new Calibration(new float[dim], filled(dim, 0.1f)) : Calibration.NONE;
        return new EmbeddingFormat(
                layout, calibration, compression, rowGroupBytes, Map.of(EmbeddingFooter.MODEL_FINGERPRINT, "abc"));
    }

    static float[] filled(int length, float value) {
        float[] values = new float[length];
        Arrays.fill(values, value);
        return values;
    }

    /** Documents {@code from} and following with random kept fields, some of them absent or empty. */
    static DocumentKeys keys(int from, int count, int keptFields, SplittableRandom random) {
        TextColumnBuilder ids = new TextColumnBuilder();
        long[] positions = new long[count];
        List<TextColumnBuilder> kept = new ArrayList<>();
        for (int field = 0; field < keptFields; field++) {
            kept.add(new TextColumnBuilder());
        }
        for (int i = 0; i < count; i++) {
            positions[i] = (long) from + i;
            ids.append("文書-" + (from + i));
            for (TextColumnBuilder field : kept) {
                appendRandom(field, random);
            }
        }
        List<TextColumn> columns = kept.stream().map(TextColumnBuilder::build).toList();
        return new DocumentKeys("a.jsonl", positions, ids.build(), columns);
    }

    private static void appendRandom(TextColumnBuilder field, SplittableRandom random) {
        switch (random.nextInt(5)) {
            case 0 -> field.appendAbsent();
            case 1 -> field.append("");
            case 2 -> field.append("é😀".repeat(random.nextInt(4)));
            default -> field.append("value " + random.nextInt(10));
        }
    }

    static byte[] randomRows(int length, SplittableRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** One file of one batch. */
    static byte[] write(EmbeddingFormat format, DocumentKeys keys, byte[] rows) throws IOException {
        MemoryChannel channel = new MemoryChannel();
        try (EmbeddingFileWriter writer = EmbeddingFileWriter.open(channel, format)) {
            writer.append(keys, rows);
            writer.finish();
        }
        return channel.written();
    }
}
