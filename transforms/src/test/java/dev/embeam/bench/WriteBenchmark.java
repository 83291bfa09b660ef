package dev.embeam.bench;

import dev.embeam.precision.VectorCodec;
import dev.embeam.schema.Calibration;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.Precision;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.parquet.Compression;
import dev.embeam.schema.parquet.EmbeddingFileWriter;
import dev.embeam.schema.parquet.EmbeddingFormat;
import dev.embeam.schema.parquet.EmbeddingLayout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One file of 256 MiB of float32 numbers, encoded, hashed and written to a channel that keeps nothing. A score of 4
 * operations a second is one GiB of float32 numbers a second and core.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
public class WriteBenchmark {
    private static final int BATCH = 512;
    private static final long NUMBERS = 64L << 20;

    @Param({"256", "1024"})
    public int dim;

    @Param({"FLOAT32", "FLOAT16", "INT8", "BINARY"})
    public Precision precision;

    @Param({"NONE", "SNAPPY", "ZSTD"})
    public Compression compression;

    private DocumentKeys keys;
    private float[] vectors;
    private byte[] encoded;
    private EmbeddingFormat format;
    private VectorCodec codec;

    /** Unit vectors of random numbers, which is what compression meets. */
    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(1);
        String[] ids = new String[BATCH];
        Arrays.setAll(ids, i -> "document-" + random.nextInt(1 << 30));
        keys = new DocumentKeys("", new long[BATCH], TextColumn.of(ids), List.of());
        vectors = new float[BATCH * dim];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = (float) (random.nextDouble(-1, 1) / Math.sqrt(dim / 3.0));
        }
        Calibration calibration = Calibration.NONE;
        if (precision == Precision.INT8) {
            calibration = new Calibration(filled(-1), filled(1));
        }
        EmbeddingLayout layout = new EmbeddingLayout(dim, precision, List.of());
        format = new EmbeddingFormat(
                layout, calibration, compression, EmbeddingFormat.DEFAULT_ROW_GROUP_BYTES, Map.of());
        codec = VectorCodec.of(precision, dim, calibration);
        encoded = new byte[codec.bytes(BATCH)];
    }

    private float[] filled(float value) {
        float[] values = new float[dim];
        Arrays.fill(values, value);
        return values;
    }

    /** Writes one file. */
    @Benchmark
    public String write() throws IOException {
        try (EmbeddingFileWriter writer = EmbeddingFileWriter.open(new Nowhere(), format)) {
            for (long written = 0; written < NUMBERS; written += vectors.length) {
                if (precision == Precision.FLOAT32) {
                    writer.append(keys, vectors);
                } else {
                    codec.encode(vectors, BATCH, encoded);
                    writer.append(keys, encoded);
                }
            }
            return writer.finish();
        }
    }

    private static final class Nowhere implements WritableByteChannel {
        @Override
        public int write(ByteBuffer bytes) {
            int length = bytes.remaining();
            bytes.position(bytes.limit());
            return length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
