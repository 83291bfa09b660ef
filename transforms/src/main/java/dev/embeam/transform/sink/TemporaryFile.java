package dev.embeam.transform.sink;

import dev.embeam.kernel.Quantization;
import dev.embeam.precision.VectorCodec;
import dev.embeam.schema.Calibration;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.Precision;
import dev.embeam.schema.parquet.EmbeddingFileWriter;
import dev.embeam.schema.parquet.EmbeddingFormat;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Supplier;

/** A file that is being written under a temporary name, unique for every attempt. */
final class TemporaryFile implements OpenFile<EmbeddingBatch> {
    private final String path;
    private final EmbeddingFormat format;
    private final Supplier<String> kernel;
    private final EmbeddingFileWriter writer;
    private final VectorCodec codec;
    private final float[] min;
    private final float[] max;
    private byte[] encoded = new byte[0];
    private EncodingCounts counts = EncodingCounts.NONE;
    private final FirstDocument first = new FirstDocument();

    private TemporaryFile(String path, EmbeddingFormat format, boolean keepsRanges, Supplier<String> kernel)
            throws IOException {
        this.path = path;
        this.kernel = kernel;
        this.format = format;
        writer = EmbeddingFileWriter.open(OutputFolder.create(path), format);
        codec = VectorCodec.of(format.layout().precision(), format.layout().dim(), format.calibration());
        min = new float[keepsRanges ? format.layout().dim() : 0];
        max = min.clone();
        Arrays.fill(min, Float.POSITIVE_INFINITY);
        Arrays.fill(max, Float.NEGATIVE_INFINITY);
    }

    /**
     * Creates the file in the temporary folder of the run.
     *
     * @param kernel says which arithmetic runs, when the file is whole
     */
    static TemporaryFile create(WriteSettings settings, Supplier<String> kernel) throws IOException {
        return new TemporaryFile(
                settings.run().newPath(".parquet"), settings.firstFormat(), settings.calibratesItself(), kernel);
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public void append(EmbeddingBatch batch) throws IOException {
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
        first.add(batch.keys());
    }

    private void appendEncoded(EmbeddingBatch batch) throws IOException {
        if (encoded.length < codec.bytes(batch.size())) {
            encoded = new byte[codec.bytes(batch.size())];
        }
        codec.encode(batch.vectors(), batch.size(), encoded);
        writer.append(batch.keys(), encoded);
    }

    @Override
    public long size() {
        return writer.size();
    }

    @Override
    public WrittenFile finish() throws IOException {
        String sha256 = writer.finish();
        Calibration ranges = min.length == 0 ? Calibration.NONE : new Calibration(min, max);
        return new WrittenFile(
                path,
                writer.rows(),
                writer.bytes(),
                sha256,
                first.source(),
                first.position(),
                counts,
                ranges,
                kernel.get(),
                System.currentTimeMillis());
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
