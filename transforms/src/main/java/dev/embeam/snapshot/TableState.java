package dev.embeam.snapshot;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a run compares a collection with: one snapshot of a table, as it travels to workers.
 *
 * @param location of the table
 * @param folder that holds its files
 * @param snapshot number of the snapshot, or {@link #NONE}
 * @param files of the snapshot
 */
public record TableState(TableLocation location, String folder, long snapshot, List<SnapshotFile> files)
        implements Serializable {
    /** The table has no snapshot yet. */
    public static final long NONE = -1;

    private static final long serialVersionUID = 1L;

    /** Copies the list. */
    public TableState {
        files = List.copyOf(files);
    }

    /** The snapshot, if there is one. */
    public OptionalLong base() {
        return snapshot == NONE ? OptionalLong.empty() : OptionalLong.of(snapshot);
    }

    /** Documents of the snapshot. */
    public long rows() {
        return files.stream().mapToLong(SnapshotFile::liveRows).sum();
    }
}
