package dev.embeam.snapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.util.SnapshotUtil;

/**
 * The removal of old snapshots and of the files that only they use. The metadata goes first, so that a crash amid it leaves
 * files that nobody knows, which the next removal finds, and never a snapshot without its files.
 */
public final class TableExpiry {
    private final VectorTable table;
    private final ExpiryRule rule;

    TableExpiry(VectorTable table, ExpiryRule rule) {
        this.table = table;
        this.rule = rule;
    }

    /** What would go; nothing is changed. */
    public Expired plan() throws IOException {
        List<String> branches = branches();
        Set<Long> left = new HashSet<>();
        table.table.snapshots().forEach(snapshot -> left.add(snapshot.snapshotId()));
        expiring().apply().forEach(snapshot -> left.remove(snapshot.snapshotId()));
        left.removeAll(onlyOn(branches));
        return plan(branches, left);
    }

    /**
     * Removes it.
     *
     * @throws ConcurrentChangeException when another run commits at the same time; no file was removed
     */
    public Expired apply() throws IOException {
        table.refresh();
        Expired expired = plan();
        try {
            if (!expired.branches().isEmpty()) {
                ManageSnapshots moves = table.table.manageSnapshots();
                expired.branches().forEach(moves::removeBranch);
                moves.commit();
            }
            if (!expired.snapshots().isEmpty()) {
                expiring().cleanExpiredFiles(false).commit();
            }
        } catch (CommitFailedException conflict) {
            throw new ConcurrentChangeException(
                    "table " + table.location() + " was changed by another run at the same time; no file was removed,"
                            + " run it again",
                    conflict);
        }
        expired.files().forEach(file -> table.table.io().deleteFile(file));
        table.refresh();
        return expired;
    }

    private ExpireSnapshots expiring() {
        return table.table
                .expireSnapshots()
                .expireOlderThan(rule.olderThan().toEpochMilli())
                .retainLast(rule.keep());
    }

    /** Snapshots of these branches that no other branch and no tag leads to. */
    private Set<Long> onlyOn(List<String> branches) {
        Set<Long> own = new HashSet<>();
        Set<Long> others = new HashSet<>();
        for (Map.Entry<String, Long> named : table.references().entrySet()) {
            Set<Long> leads = branches.contains(named.getKey()) ? own : others;
            SnapshotUtil.ancestorsOf(named.getValue(), table.table::snapshot)
                    .forEach(snapshot -> leads.add(snapshot.snapshotId()));
        }
        own.removeAll(others);
        return own;
    }

    /** Branches with a snapshot of a run that never became current. */
    private List<String> branches() {
        List<String> old = new ArrayList<>();
        for (Map.Entry<String, SnapshotRef> named : new TreeMap<>(table.table.refs()).entrySet()) {
            boolean other = named.getValue().isBranch() && !named.getKey().equals(SnapshotRef.MAIN_BRANCH);
            if (other && isOldCandidate(table.table.snapshot(named.getValue().snapshotId()))) {
                old.add(named.getKey());
            }
        }
        return old;
    }

    private boolean isOldCandidate(Snapshot head) {
        Snapshot current = table.table.currentSnapshot();
        boolean published =
                current != null && SnapshotUtil.isAncestorOf(table.table, current.snapshotId(), head.snapshotId());
        return !published
                && head.summary().containsKey(SnapshotProperty.RUN_ID.key())
                && head.timestampMillis() < rule.olderThan().toEpochMilli();
    }

    private Expired plan(List<String> branches, Set<Long> left) throws IOException {
        List<TableSnapshot> gone = table.snapshots().stream()
                .filter(one -> !left.contains(one.id()))
                .toList();
        Set<String> needed = new HashSet<>();
        Set<String> known = new HashSet<>();
        ReachableFiles reachable = new ReachableFiles(table.table);
        for (Snapshot snapshot : table.table.snapshots()) {
            reachable.add(snapshot, left.contains(snapshot.snapshotId()) ? needed : known);
        }
        Map<String, StoredObject> stored = new FolderListing(table.table).files();
        new RunFolders(table, stored).add(left, needed, known);
        List<StoredObject> files = stored.values().stream()
                .filter(file -> !needed.contains(file.key()))
                .filter(file -> known.contains(file.key()) || file.changed().isBefore(rule.orphansBefore()))
                .toList();
        return new Expired(
                gone,
                branches,
                files.stream().map(StoredObject::location).toList(),
                files.stream()
                        .filter(file -> !known.contains(file.key()))
                        .map(StoredObject::location)
                        .collect(Collectors.toSet()),
                files.stream().mapToLong(StoredObject::bytes).sum());
    }
}
