package dev.embeam.snapshot;

import java.util.List;
import java.util.Set;

/**
 * What goes, or has gone, of a table.
 *
 * @param snapshots from the oldest on
 * @param branches that end
 * @param files data files, files of deletions, metadata and manifests of runs that nothing needs any more
 * @param orphans those of the files that no snapshot knew, as crashed runs leave them
 * @param bytes of all files
 */
public record Expired(
        List<TableSnapshot> snapshots, List<String> branches, List<String> files, Set<String> orphans, long bytes) {
    /** Copies the collections. */
    public Expired {
        snapshots = List.copyOf(snapshots);
        branches = List.copyOf(branches);
        files = List.copyOf(files);
        orphans = Set.copyOf(orphans);
    }
}
