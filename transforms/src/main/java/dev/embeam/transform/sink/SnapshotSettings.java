package dev.embeam.transform.sink;

import dev.embeam.snapshot.SnapshotProperty;
import dev.embeam.snapshot.TableState;
import java.io.Serializable;
import java.util.Map;

/**
 * How the next snapshot of a table is made.
 *
 * @param write how files are written; its output is the table's folder
 * @param state what the collection is compared with
 * @param replaces whether no stored row stays, since another model made them
 * @param compacts whether small files are put together and deleted rows dropped
 * @param allowEmpty whether a collection without documents may empty the table
 * @param maxDeleteShare share of the table's documents that may be gone, from 0 to 1
 * @param branch that the snapshot becomes the head of; empty for the current state
 * @param properties what the snapshot says of itself, beyond what the run counts
 */
public record SnapshotSettings(
        WriteSettings write,
        TableState state,
        boolean replaces,
        boolean compacts,
        boolean allowEmpty,
        double maxDeleteShare,
        String branch,
        Map<SnapshotProperty, String> properties)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Checks the share and that the files go to the table. */
    public SnapshotSettings {
        properties = Map.copyOf(properties);
        requireShare(maxDeleteShare);
        if (!write.output().equals(state.folder())) {
            throw new IllegalArgumentException("files go to " + write.output() + "; expected " + state.folder());
        }
    }

    /**
     * Checks a share of documents.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static void requireShare(double maxDeleteShare) {
        if (!(maxDeleteShare >= 0 && maxDeleteShare <= 1)) {
            throw new IllegalArgumentException("maxDeleteShare is " + maxDeleteShare + "; expected 0 to 1");
        }
    }

    /** Whether compacting would change the files of a snapshot, if they end at the usual size. */
    public static boolean canCompact(TableState state) {
        return !CompactionPlan.of(state.files(), WriteSettings.DEFAULT_FILE_BYTES)
                .rewritten()
                .isEmpty();
    }

    /** Which files of the table are put together. */
    CompactionPlan compaction() {
        return compacts && !replaces
                ? CompactionPlan.of(state.files(), write.targetFileBytes())
                : CompactionPlan.none(state.files());
    }
}
