package dev.embeam.planning;

import dev.embeam.collection.BatchReader;
import dev.embeam.collection.FailureLimit;
import dev.embeam.collection.FileAccess;
import dev.embeam.collection.ReadSettings;
import dev.embeam.schema.DocumentBatch;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Reads a piece batch by batch and tells how many documents a byte of it holds. Not thread-safe. */
final class PieceReader implements Closeable {
    private final SamplePiece piece;
    private final BatchReader reader;
    private long documents;
    private long failures;
    private boolean ended;
    /** Stored bytes are read in blocks: documents are counted from the first time that a block has ended to the last. */
    private long firstBytes = -1;

    private long firstDocuments;
    private long lastBytes;
    private long lastDocuments;

    PieceReader(SamplePiece piece, ReadSettings settings, FileAccess files) throws IOException {
        this.piece = piece;
        reader = BatchReader.open(piece.part(), settings, files, new FailureLimit(Long.MAX_VALUE));
        lastBytes = reader.bytesRead();
    }

    /** The next batch of the piece. */
    Optional<DocumentBatch> next() throws IOException {
        if (piece.isStartOnly() && reader.bytesRead() >= piece.readBytes()) {
            return Optional.empty();
        }
        DocumentBatch batch = reader.next();
        if (batch == null) {
            ended = true;
            return Optional.empty();
        }
        documents += batch.size();
        failures += batch.keys().failures().size();
        mark(reader.bytesRead());
        return Optional.of(batch);
    }

    private void mark(long bytes) {
        if (bytes == lastBytes) {
            return;
        }
        if (firstBytes < 0) {
            firstBytes = bytes;
            firstDocuments = documents;
        }
        lastBytes = bytes;
        lastDocuments = documents;
    }

    long documents() {
        return documents;
    }

    long failures() {
        return failures;
    }

    double documentsPerByte() {
        if (ended && !piece.isStartOnly()) {
            return (double) documents / Math.max(1, piece.part().bytes());
        }
        return lastBytes > firstBytes && firstBytes >= 0
                ? (double) (lastDocuments - firstDocuments) / (lastBytes - firstBytes)
                : (double) documents / Math.max(1, reader.bytesRead());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
