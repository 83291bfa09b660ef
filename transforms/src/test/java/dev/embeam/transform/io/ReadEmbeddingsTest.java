package dev.embeam.transform.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fixture.Seeds;
import dev.embeam.precision.VectorCodec;
import dev.embeam.schema.Calibration;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.Precision;
import dev.embeam.schema.RunManifest;
import dev.embeam.schema.StoredFile;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.VariantBatch;
import dev.embeam.schema.json.RunManifestJson;
import dev.embeam.schema.parquet.Compression;
import dev.embeam.schema.parquet.EmbeddingFileWriter;
import dev.embeam.schema.parquet.EmbeddingFormat;
import dev.embeam.schema.parquet.EmbeddingLayout;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadEmbeddingsTest {
    private static final int DIM = 8;
    private static final int ROWS = 500;

    @TempDir
    Path folder;

    @BeforeAll
    static void registerFileSystems() {
        FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void everyRowComesOnceAndDecoded(Precision precision) throws IOException {
        Map<String, List<Float>> expected = new HashMap<>();
        for (int file = 0; file < 2; file++) {
            expected.putAll(write("part-" + file + ".parquet", file, DIM, precision));
        }
        StoredEmbeddings stored = StoredEmbeddings.match(folder + "/*.parquet");
        assertThat(stored.rows()).isEqualTo(2 * ROWS);
        assertThat(stored.dim()).isEqualTo(DIM);
        assertThat(stored.precision()).isEqualTo(precision);
        assertThat(stored.parts().size()).isGreaterThan(2);
        Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
        PAssert.that(pipeline.apply(ReadEmbeddings.of(stored).withDocumentChunk(37)))
                .satisfies(batches -> {
                    assertThat(vectorsById(batches)).isEqualTo(expected);
                    return null;
                });
        pipeline.run().waitUntilFinish();
    }

    private static Map<String, List<Float>> vectorsById(Iterable<VariantBatch> batches) {
        Map<String, List<Float>> found = new HashMap<>();
        for (VariantBatch batch : batches) {
            assertThat(batch.batch().size()).isBetween(1, 37);
            for (int row = 0; row < batch.batch().size(); row++) {
                String id = batch.batch().keys().ids().get(row);
                List<Float> vector = row(batch.batch().vectors(), row);
                assertThat(found.put(id, vector)).as(id).isNull();
                // Ids end with their row in the file.
                assertThat(id).endsWith("-" + batch.batch().keys().positions()[row]);
            }
        }
        return found;
    }

    @Test
    void folderIsReadByItsManifest() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        write("data/a.parquet", 0, DIM, Precision.FLOAT32);
        write("data/forgotten.parquet", 1, DIM, Precision.FLOAT32);
        manifest(ROWS);
        StoredEmbeddings stored = StoredEmbeddings.match(folder.toString());
        assertThat(stored.rows()).isEqualTo(ROWS);
        assertThat(stored.parts()).allMatch(part -> part.file().endsWith("data/a.parquet"));
    }

    @Test
    void otherRowsThanTheManifestSaysAreAnError() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        write("data/a.parquet", 0, DIM, Precision.FLOAT32);
        manifest(ROWS + 1);
        assertThatThrownBy(() -> StoredEmbeddings.match(folder.toString()))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("a.parquet")
                .hasMessageContaining("500 rows")
                .hasMessageContaining("501");
    }

    @Test
    void filesOfOtherWidthAreAnError() throws IOException {
        write("a.parquet", 0, DIM, Precision.FLOAT32);
        write("b.parquet", 1, DIM + 1, Precision.FLOAT32);
        assertThatThrownBy(() -> StoredEmbeddings.match(folder + "/*.parquet"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("b.parquet")
                .hasMessageContaining("9 columns")
                .hasMessageContaining("8 columns");
    }

    @Test
    void nothingToReadIsAnError() {
        assertThatThrownBy(() -> StoredEmbeddings.match(folder + "/*.parquet"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no file of vectors");
        assertThatThrownBy(() -> StoredEmbeddings.match(folder.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("manifest.json");
    }

    private void manifest(long rows) throws IOException {
        RunManifest manifest = new RunManifest(
                RunManifest.FORMAT_VERSION,
                "run",
                "2026-01-01T00:00:00Z",
                "fingerprint",
                Map.of(),
                DIM,
                Precision.FLOAT32,
                EncodingCounts.NONE,
                0,
                List.of(new StoredFile("data/a.parquet", rows, 1, "0".repeat(64))),
                List.of(),
                Calibration.NONE,
                Map.of(),
                Map.of(),
                List.of(),
                Map.of());
        Files.writeString(folder.resolve("manifest.json"), RunManifestJson.write(manifest));
    }

    /** Writes a file in small row groups and gives what reading should give. */
    private Map<String, List<Float>> write(String name, int file, int dim, Precision precision) throws IOException {
        SplittableRandom random = Seeds.random(file);
        float[] vectors = new float[ROWS * dim];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = (float) random.nextDouble(-1, 1);
        }
        Calibration calibration = precision == Precision.INT8 ? ranges(dim) : Calibration.NONE;
        EmbeddingLayout layout = new EmbeddingLayout(dim, precision, List.of());
        EmbeddingFormat format = new EmbeddingFormat(layout, calibration, Compression.NONE, 1 << 10, Map.of());
        VectorCodec codec = VectorCodec.of(precision, dim, calibration);
        byte[] encoded = new byte[codec.bytes(ROWS)];
        codec.encode(vectors, ROWS, encoded);
        List<String> ids =
                IntStream.range(0, ROWS).mapToObj(i -> "d" + file + "-" + i).toList();
        try (EmbeddingFileWriter writer = EmbeddingFileWriter.open(
                FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE), format)) {
            for (int from = 0; from < ROWS; from += 50) {
                TextColumn part = TextColumn.of(ids.subList(from, from + 50));
                writer.append(
                        new DocumentKeys("", new long[50], part, List.of()),
                        Arrays.copyOfRange(encoded, codec.bytes(from), codec.bytes(from + 50)));
            }
            writer.finish();
        }
        codec.decode(encoded, ROWS, vectors);
        Map<String, List<Float>> expected = new HashMap<>();
        for (int row = 0; row < ROWS && dim == DIM; row++) {
            expected.put(ids.get(row), row(vectors, row));
        }
        return expected;
    }

    private static List<Float> row(float[] vectors, int row) {
        return IntStream.range(row * DIM, (row + 1) * DIM)
                .mapToObj(i -> vectors[i])
                .toList();
    }

    private static Calibration ranges(int dim) {
        float[] min = new float[dim];
        float[] max = new float[dim];
        Arrays.fill(min, -1);
        Arrays.fill(max, 1);
        return new Calibration(min, max);
    }
}
