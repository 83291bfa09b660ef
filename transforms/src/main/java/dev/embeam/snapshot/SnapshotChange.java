package dev.embeam.snapshot;

import dev.embeam.schema.StoredFile;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The way from one snapshot to the next.
 *
 * @param runId the run; a run that has committed already commits nothing more
 * @param base the snapshot that the run compared with; none for an empty table
 * @param branch that the next snapshot becomes the head of; empty for the current state
 * @param added new files, whose paths are whole
 * @param removed paths of files that the next snapshot does not hold
 * @param deleted for each touched file by its path all rows that the next snapshot does not hold, earlier ones included
 * @param properties what the next snapshot says of itself
 */
public record SnapshotChange(
        String runId,
        OptionalLong base,
        String branch,
        List<StoredFile> added,
        List<String> removed,
        Map<String, BitSet> deleted,
        Map<SnapshotProperty, String> properties) {
    /** Copies the lists. */
    public SnapshotChange {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        deleted = Map.copyOf(deleted);
        properties = Map.copyOf(properties);
    }
}
