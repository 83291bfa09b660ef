package dev.embeam.snapshot;

import java.io.Serializable;
import java.util.BitSet;

/**
 * A file of vectors as a snapshot sees it.
 *
 * @param path of the file
 * @param bytes its size
 * @param rows in it, deleted ones included
 * @param deleted rows that the snapshot does not hold, counted from 0; belongs to the record
 */
public record SnapshotFile(String path, long bytes, long rows, BitSet deleted) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Rows that the snapshot holds. */
    public long liveRows() {
        return rows - deleted.cardinality();
    }
}
