package dev.embeam.collection;

import dev.embeam.schema.DocumentBatch;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of one part of a file, batch by batch, in the order of the file. Where batches are cut depends on the
 * part alone. Not thread-safe.
 */
public interface BatchReader extends Closeable {
    /**
     * The next batch: documents, failures, or both; null after the last.
     *
     * @throws TooManyFailuresException if more records failed than are let pass
     * @throws IOException if the file system fails; a damaged file is a failure in a batch
     */
    @Nullable
    DocumentBatch next() throws IOException;

    /** How many bytes of the part, as stored, have been read so far; at the end, all of them. */
    long bytesRead();

    /** Opens a part of a file. Failures are counted in {@code limit}, which several parts may share. */
    static BatchReader open(FilePart part, ReadSettings settings, FileAccess access, FailureLimit limit)
            throws IOException {
        BatchBuilder batch = new BatchBuilder(part.file(), settings, limit);
        return part.file().format() == InputFormat.PARQUET
                ? ParquetBatchReader.open(part, settings, access, batch)
                : TextBatchReader.open(part, settings, access, batch);
    }
}
