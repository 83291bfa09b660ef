package dev.embeam.transform.sink;

import dev.embeam.schema.PredictionBatch;
import dev.embeam.schema.PredictionLayout;
import dev.embeam.schema.parquet.PredictionFileWriter;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.BitSet;
import java.util.function.BiConsumer;

/** A Parquet file of predictions that is being written. */
final class ParquetPredictions implements OpenFile<PredictionBatch> {
    private final String path;
    private final PredictionFileWriter writer;
    private final FirstDocument first = new FirstDocument();

    ParquetPredictions(String path, PredictionLayout layout) throws IOException {
        this.path = path;
        writer = PredictionFileWriter.open(OutputFolder.create(path), layout);
    }

    /** Writes a copy without some rows. */
    static WrittenFile copy(
            WrittenFile file, String path, PredictionLayout layout, BitSet dropped, BiConsumer<Integer, String> ids)
            throws IOException {
        try (SeekableByteChannel from = OutputFolder.open(file.path())) {
            PredictionFileWriter.Copy copy =
                    PredictionFileWriter.copy(from, OutputFolder.create(path), layout, dropped, ids);
            return file.replacedBy(path, copy.rows(), copy.bytes(), copy.sha256(), System.currentTimeMillis());
        }
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public void append(PredictionBatch batch) throws IOException {
        writer.append(batch);
        first.add(batch.keys());
    }

    @Override
    public long size() {
        return writer.size();
    }

    @Override
    public WrittenFile finish() throws IOException {
        String sha256 = writer.finish();
        return WrittenFile.withoutVectors(path, writer.rows(), writer.bytes(), sha256, first);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
