package dev.embeam.planning;

import dev.embeam.precision.VectorCodec;
import dev.embeam.schema.Calibration;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.Precision;
import dev.embeam.schema.parquet.EmbeddingFileWriter;
import dev.embeam.schema.parquet.EmbeddingFormat;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.Arrays;

/** Writes vectors into a Parquet file that nobody keeps, to learn how many bytes they take. Not thread-safe. */
final class SizeMeter implements Closeable {
    private final EmbeddingFormat format;
    private final VectorCodec codec;
    private final EmbeddingFileWriter writer;
    private byte[] encoded = new byte[0];

    /** A meter of files of this format; int8 takes any calibration, for no size depends on it. */
    SizeMeter(EmbeddingFormat format) throws IOException {
        this.format = format;
        codec = VectorCodec.of(format.layout().precision(), format.layout().dim(), format.calibration());
        writer = open(format);
    }

    static Calibration anyCalibration(Precision precision, int dim) {
        float[] max = new float[precision == Precision.INT8 ? dim : 0];
        float[] min = max.clone();
        Arrays.fill(max, 0.12345678f);
        Arrays.fill(min, -0.12345678f);
        return new Calibration(min, max);
    }

    private static EmbeddingFileWriter open(EmbeddingFormat format) throws IOException {
        return EmbeddingFileWriter.open(Channels.newChannel(OutputStream.nullOutputStream()), format);
    }

    void append(EmbeddingBatch batch) throws IOException {
        if (format.layout().precision() == Precision.FLOAT32) {
            writer.append(batch.keys(), batch.vectors());
            return;
        }
        if (encoded.length < codec.bytes(batch.size())) {
            encoded = new byte[codec.bytes(batch.size())];
        }
        codec.encode(batch.vectors(), batch.size(), encoded);
        writer.append(batch.keys(), encoded);
    }

    /** The sizes, after which nothing can be appended. */
    FileSize finish() throws IOException {
        long rows = writer.rows();
        writer.finish();
        long empty;
        try (EmbeddingFileWriter none = open(format)) {
            none.finish();
            empty = none.bytes();
        }
        return new FileSize(empty, rows == 0 ? 0 : (double) (writer.bytes() - empty) / rows);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
