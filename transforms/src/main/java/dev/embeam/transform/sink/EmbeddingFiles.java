package dev.embeam.transform.sink;

import dev.embeam.schema.Calibration;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.EmbeddingBatch;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.util.SerializableSupplier;

/**
 * Parquet files of vectors.
 *
 * @param settings where and how they are written
 * @param kernel says which arithmetic runs on a worker
 */
record EmbeddingFiles(WriteSettings settings, SerializableSupplier<String> kernel)
        implements DocumentFiles<EmbeddingBatch> {
    private static final long serialVersionUID = 1L;

    @Override
    public OutputRun run() {
        return settings.run();
    }

    @Override
    public long targetFileBytes() {
        return settings.targetFileBytes();
    }

    @Override
    public DocumentKeys keys(EmbeddingBatch batch) {
        return batch.keys();
    }

    @Override
    public OpenFile<EmbeddingBatch> create() throws IOException {
        return TemporaryFile.create(settings, kernel::get);
    }

    @Override
    public boolean needsRanges() {
        return settings.calibratesItself();
    }

    @Override
    public WrittenFile rewrite(
            WrittenFile file, Calibration ranges, BitSet dropped, BiConsumer<Integer, String> droppedIds)
            throws IOException {
        return new FileRewriter(settings.finalFormat(ranges), dropped, droppedIds)
                .rewrite(file, run().newPath(".parquet"));
    }

    @Override
    public void publish(List<WrittenFile> files, List<FailureSummary> failures, List<SideFile> besides)
            throws IOException {
        Calibration ranges = files.stream().map(WrittenFile::ranges).reduce(Calibration.NONE, Calibration::union);
        new Publisher(settings).publish(files, failures, ranges);
    }
}
