package dev.embeam.transform.sink;

import dev.embeam.kernel.Quantization;
import dev.embeam.precision.VectorCodec;
import dev.embeam.schema.Calibration;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.Precision;
import dev.embeam.schema.parquet.EmbeddingFileWriter;
import dev.embeam.schema.parquet.EmbeddingFormat;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;

/** A file that is being written under a temporary name, unique for every attempt. */
final class TemporaryFile implements Closeable {
    private final String path;
    private final EmbeddingFormat format;
    private final EmbeddingFileWriter writer;
    private final VectorCodec codec;
    private final float[] min;
    private final float[] max;
    private byte[] encoded = new byte[0];
    private EncodingCounts counts = EncodingCounts.NONE;
    private String firstSource = "";
    private long firstPosition = -1;

    private TemporaryFile(String path, EmbeddingFormat format, boolean keepsRanges) throws IOException {
        this.path = path;
        this.format = format;
        writer = EmbeddingFileWriter.open(OutputFolder.create(path), format);
        codec = VectorCodec.of(format.layout().precision(), format.layout().dim(), format.calibration());
        min = new float[keepsRanges ? format.layout().dim() : 0];
        max = min.clone();
        Arrays.fill(min, Float.POSITIVE_INFINITY);
        Arrays.fill(max, Float.NEGATIVE_INFINITY);
    }

    /** Creates the file in the temporary folder of the run. */
    static TemporaryFile create(WriteSettings settings) throws IOException {
        return new TemporaryFile(newPath(settings), settings.firstFormat(), settings.calibratesItself());
    }

    /** A path nobody has used. */
    static String newPath(WriteSettings settings) {
        return OutputFolder.of(settings.output())
                .temporary(settings.runId(), UUID.randomUUID() + ".parquet")
                .toString();
    }

    String path() {
        return path;
    }

    /** Appends the documents of a batch, of which there is at least one. */
    void append(EmbeddingBatch batch) throws IOException {
        if (batch.dim() != format.layout().dim()) {
            throw new IllegalArgumentException("vectors have " + batch.dim() + " columns; the settings say "
                    + format.layout().dim());
        }
        if (min.length > 0) {
            Quantization.widen(batch.vectors(), batch.size(), min, max);
        }
        if (format.layout().precision() == Precision.FLOAT32) {
            writer.append(batch.keys(), batch.vectors());
        } else {
            appendEncoded(batch);
        }
        counts = counts.plus(batch.counts());
        rememberFirst(batch.keys());
    }

    private void appendEncoded(EmbeddingBatch batch) throws IOException {
        if (encoded.length < codec.bytes(batch.size())) {
            encoded = new byte[codec.bytes(batch.size())];
        }
        codec.encode(batch.vectors(), batch.size(), encoded);
        writer.append(batch.keys(), encoded);
    }

    private void rememberFirst(DocumentKeys keys) {
        int order = firstPosition < 0 ? -1 : keys.file().compareTo(firstSource);
        for (long position : keys.positions()) {
            if (order < 0 || (order == 0 && position < firstPosition)) {
                firstSource = keys.file();
                firstPosition = position;
                order = 0;
            }
        }
    }

    /** About the size of the file if it ended here. */
    long size() {
        return writer.size();
    }

    /** Finishes the file. */
    WrittenFile finish(String kernel) throws IOException {
        String sha256 = writer.finish();
        Calibration ranges = min.length == 0 ? Calibration.NONE : new Calibration(min, max);
        return new WrittenFile(
                path,
                writer.rows(),
                writer.bytes(),
                sha256,
                firstSource,
                firstPosition,
                counts,
                ranges,
                kernel,
                System.currentTimeMillis());
    }

    /** Gives an unfinished file up. */
    @Override
    public void close() throws IOException {
        writer.close();
    }
}
