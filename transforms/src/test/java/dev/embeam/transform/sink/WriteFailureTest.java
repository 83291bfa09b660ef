package dev.embeam.transform.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.schema.Calibration;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.Precision;
import dev.embeam.schema.coder.EmbeddingBatchCoder;
import dev.embeam.schema.parquet.EmbeddingLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file system that is full while files are written. */
class WriteFailureTest {
    @TempDir
    Path folder;

    @Test
    void aFullDiskIsToldInOneLineAndNothingIsPublished() {
        WriteSettings settings =
                WriteSettings.of(folder.toString(), "run-1", new EmbeddingLayout(1, Precision.FLOAT32, List.of()));
        Pipeline pipeline = Pipeline.create();
        pipeline.apply(Create.of(batch("a"), batch("b")).withCoder(EmbeddingBatchCoder.of()))
                .apply(new WriteDocuments<>(new FullDisk(new EmbeddingFiles(settings, () -> "scalar")), List.of()));
        assertThatThrownBy(pipeline::run)
                .cause()
                .isInstanceOf(WriteFailedException.class)
                .hasMessage("output " + folder + " cannot be written any more (No space left on device); expected room"
                        + " for the whole output and the right to write it; nothing is published; see to that or choose"
                        + " another --output, and run it again");
        assertThat(folder.resolve("manifest.json")).doesNotExist();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    private static EmbeddingBatch batch(String id) {
        return new EmbeddingBatch(DocumentKeys.ofIds(id), 1, new float[] {1}, EncodingCounts.NONE);
    }

    /** Files that take one batch. */
    private record FullDisk(EmbeddingFiles files) implements DocumentFiles<EmbeddingBatch> {
        private static final long serialVersionUID = 1L;

        @Override
        public OutputRun run() {
            return files.run();
        }

        @Override
        public long targetFileBytes() {
            return files.targetFileBytes();
        }

        @Override
        public DocumentKeys keys(EmbeddingBatch batch) {
            return files.keys(batch);
        }

        @Override
        public OpenFile<EmbeddingBatch> create() throws IOException {
            return new FullFile(files.create());
        }

        @Override
        public boolean needsRanges() {
            return files.needsRanges();
        }

        @Override
        public WrittenFile rewrite(
                WrittenFile file, Calibration ranges, BitSet dropped, BiConsumer<Integer, String> droppedIds)
                throws IOException {
            return files.rewrite(file, ranges, dropped, droppedIds);
        }

        @Override
        public void publish(List<WrittenFile> written, List<FailureSummary> failures, List<SideFile> besides)
                throws IOException {
            files.publish(written, failures, besides);
        }
    }

    /** A file whose disk is full. */
    private record FullFile(OpenFile<EmbeddingBatch> file) implements OpenFile<EmbeddingBatch> {
        @Override
        public String path() {
            return file.path();
        }

        @Override
        public void append(EmbeddingBatch batch) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public long size() {
            return file.size();
        }

        @Override
        public WrittenFile finish() throws IOException {
            return file.finish();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
