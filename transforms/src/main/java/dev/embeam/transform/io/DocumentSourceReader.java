package dev.embeam.transform.io;

import dev.embeam.collection.BatchReader;
import dev.embeam.collection.FailureLimit;
import dev.embeam.collection.FilePart;
import dev.embeam.progress.Progress;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.storage.BeamFiles;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.beam.sdk.io.BoundedSource;
import org.apache.beam.sdk.io.BoundedSource.BoundedReader;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a source in their order and tells the run's progress what it has read. */
final class DocumentSourceReader extends BoundedReader<DocumentBatch> {
    private final DocumentSource source;
    private final FailureLimit limit;
    private final Progress progress;
    private final Optional<ReadCounters> counters;
    private final BeamFiles files = new BeamFiles();

    private int nextPart;
    private @Nullable BatchReader reader;
    private @Nullable DocumentBatch current;
    private long bytesBefore;
    /** Runners ask how far reading has come from threads of their own. */
    private volatile long bytesTold;

    /**
     * Reads a source.
     *
     * @param counters of the pipeline that reads, if one does
     */
    DocumentSourceReader(DocumentSource source, Optional<ReadCounters> counters) {
        this.source = source;
        this.counters = counters;
        limit = new FailureLimit(source.settings().maxFailures());
        progress = Progress.of(source.settings().runId());
    }

    @Override
    public boolean start() throws IOException {
        return advance();
    }

    @Override
    public boolean advance() throws IOException {
        current = null;
        BatchReader open = reader == null ? openNext() : reader;
        while (open != null) {
            DocumentBatch batch = open.next();
            tell(bytesBefore + open.bytesRead());
            if (batch != null) {
                current = batch;
                progress.addDocumentsRead(batch.size());
                counters.ifPresent(all -> all.addDocuments(batch.size()));
                return true;
            }
            finish(open);
            open = openNext();
        }
        return false;
    }

    @Override
    public DocumentBatch getCurrent() {
        if (current == null) {
            throw new NoSuchElementException("there is no current batch");
        }
        return current;
    }

    @Override
    public @Nullable Double getFractionConsumed() {
        long total = source.bytes();
        return total == 0 ? null : Math.min(1.0, (double) bytesTold / total);
    }

    @Override
    public BoundedSource<DocumentBatch> getCurrentSource() {
        return source;
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }

    private @Nullable BatchReader openNext() throws IOException {
        if (nextPart == source.parts().size()) {
            return null;
        }
        reader = BatchReader.open(source.parts().get(nextPart), source.settings(), files, limit);
        nextPart++;
        return reader;
    }

    private void finish(BatchReader open) throws IOException {
        FilePart part = source.parts().get(nextPart - 1);
        bytesBefore += part.bytes();
        tell(bytesBefore);
        open.close();
        reader = null;
    }

    private void tell(long bytes) {
        long more = bytes - bytesTold;
        progress.addBytesRead(more);
        counters.ifPresent(all -> all.addBytes(more));
        bytesTold = bytes;
    }
}
