package dev.embeam.transform.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.Seeds;
import dev.embeam.kernel.Float16;
import dev.embeam.precision.VectorCodec;
import dev.embeam.schema.Calibration;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.Precision;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.TextColumnBuilder;
import dev.embeam.schema.parquet.Compression;
import dev.embeam.schema.parquet.EmbeddingFileWriter;
import dev.embeam.schema.parquet.EmbeddingFormat;
import dev.embeam.schema.parquet.EmbeddingLayout;
import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuckDbTest {
    private static final int ROWS = 1_500;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "FLOAT16,1,NONE", "FLOAT16,256,NONE", "FLOAT16,33,ZSTD", "FLOAT16,7,SNAPPY",
        "FLOAT32,1,NONE", "FLOAT32,256,NONE", "FLOAT32,33,ZSTD", "FLOAT32,7,SNAPPY",
        "INT8,1,NONE", "INT8,256,NONE", "INT8,33,ZSTD", "INT8,7,SNAPPY",
        "BINARY,1,NONE", "BINARY,256,NONE", "BINARY,33,ZSTD", "BINARY,7,SNAPPY"
    })
    void duckDbReadsEveryNumber(Precision precision, int dim, Compression compression) throws Exception {
        Path file = folder.resolve("x.parquet");
        float[] vectors = vectors(dim);
        byte[] encoded = write(file, precision, dim, compression, vectors);
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement();
                ResultSet rows = statement.executeQuery("select id, title, embedding from '" + file + "'")) {
            int elements = precision.elements(dim);
            for (int row = 0; row < ROWS; row++) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("文書" + row);
                assertThat(rows.getString(2)).isEqualTo(row % 3 == 0 ? null : "題" + row);
                Object[] embedding = (Object[]) rows.getArray(3).getArray();
                assertThat(embedding).hasSize(elements);
                for (int i = 0; i < elements; i++) {
                    assertThat(number(embedding[i]))
                            .isEqualTo(expected(precision, vectors, encoded, row * elements + i));
                }
            }
            assertThat(rows.next()).isFalse();
        }
    }

    /** DuckDB before 1.2 does not know the type FLOAT16 and gives its two bytes. */
    private static double number(Object element) throws Exception {
        if (element instanceof Blob half) {
            byte[] bytes = half.getBytes(1, 2);
            return Float16.toFloat((short) ((bytes[0] & 0xff) | (bytes[1] << 8)));
        }
        return ((Number) element).doubleValue();
    }

    private static double expected(Precision precision, float[] vectors, byte[] encoded, int at) {
        return switch (precision) {
            case FLOAT32 -> vectors[at];
            case FLOAT16 -> Float16.toFloat(Float16.fromFloat(vectors[at]));
            case INT8 -> encoded[at];
            case BINARY -> encoded[at] & 0xff;
        };
    }

    private static float[] vectors(int dim) {
        SplittableRandom random = Seeds.random(dim);
        float[] vectors = new float[ROWS * dim];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = (float) random.nextDouble(-1, 1);
        }
        return vectors;
    }

    private static byte[] write(Path file, Precision precision, int dim, Compression compression, float[] vectors)
            throws Exception {
        Calibration calibration = precision == Precision.INT8 ? ranges(dim) : Calibration.NONE;
        EmbeddingLayout layout = new EmbeddingLayout(dim, precision, List.of("title"));
        EmbeddingFormat format = new EmbeddingFormat(layout, calibration, compression, 1 << 16, Map.of());
        VectorCodec codec = VectorCodec.of(precision, dim, calibration);
        byte[] encoded = new byte[codec.bytes(ROWS)];
        codec.encode(vectors, ROWS, encoded);
        try (EmbeddingFileWriter writer = EmbeddingFileWriter.open(OutputFolder.create(file.toString()), format)) {
            writer.append(keys(), encoded);
            writer.finish();
        }
        return encoded;
    }

    private static Calibration ranges(int dim) {
        float[] min = new float[dim];
        float[] max = new float[dim];
        Arrays.fill(min, -1);
        Arrays.fill(max, 1);
        return new Calibration(min, max);
    }

    private static DocumentKeys keys() {
        TextColumnBuilder ids = new TextColumnBuilder();
        TextColumnBuilder titles = new TextColumnBuilder();
        for (int row = 0; row < ROWS; row++) {
            ids.append("文書" + row);
            if (row % 3 == 0) {
                titles.appendAbsent();
            } else {
                titles.append("題" + row);
            }
        }
        TextColumn title = titles.build();
        return new DocumentKeys("x", new long[ROWS], ids.build(), List.of(title));
    }
}
