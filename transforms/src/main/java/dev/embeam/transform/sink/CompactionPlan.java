package dev.embeam.transform.sink;

import dev.embeam.snapshot.SnapshotFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which files of a table become one, decided before it is known what else changes: those that hold deleted rows, or take
 * less than half of the size at which a file ends, in the order of their paths, as many as fit into one file of that size.
 */
final class CompactionPlan {
    private final Map<String, List<SnapshotFile>> groups = new LinkedHashMap<>();
    private final Map<String, String> groupOf = new LinkedHashMap<>();
    private final Set<String> rewritten = new LinkedHashSet<>();

    private CompactionPlan() {}

    /** Every file stays for itself. */
    static CompactionPlan none(List<SnapshotFile> files) {
        CompactionPlan plan = new CompactionPlan();
        files.forEach(file -> plan.add(List.of(file)));
        return plan;
    }

    /** Puts files together up to this size. */
    static CompactionPlan of(List<SnapshotFile> files, long targetBytes) {
        CompactionPlan plan = new CompactionPlan();
        List<SnapshotFile> group = new ArrayList<>();
        long bytes = 0;
        for (SnapshotFile file : files) {
            if (file.deleted().isEmpty() && file.bytes() >= targetBytes / 2) {
                plan.add(List.of(file));
                continue;
            }
            if (!group.isEmpty() && bytes + liveBytes(file) > targetBytes) {
                plan.rewrite(group);
                group = new ArrayList<>();
                bytes = 0;
            }
            group.add(file);
            bytes += liveBytes(file);
        }
        if (!group.isEmpty()) {
            plan.rewrite(group);
        }
        return plan;
    }

    private void rewrite(List<SnapshotFile> group) {
        add(group);
        if (group.size() > 1 || !group.get(0).deleted().isEmpty()) {
            rewritten.add(group.get(0).path());
        }
    }

    private void add(List<SnapshotFile> group) {
        String key = group.get(0).path();
        groups.put(key, List.copyOf(group));
        group.forEach(file -> groupOf.put(file.path(), key));
    }

    /** About what the rows take that the snapshot holds. */
    static long liveBytes(SnapshotFile file) {
        return file.rows() == 0 ? 0 : (long) ((double) file.bytes() * file.liveRows() / file.rows());
    }

    /** The group that a file belongs to. */
    String groupOf(String path) {
        String group = groupOf.get(path);
        if (group == null) {
            throw new IllegalArgumentException(path + " is not a file of the snapshot");
        }
        return group;
    }

    /** The files of a group. */
    List<SnapshotFile> files(String group) {
        return groups.getOrDefault(group, List.of());
    }

    /** Groups that are written anew even if no row of theirs changes: of several files, or with deleted rows. */
    Set<String> rewritten() {
        return rewritten;
    }
}
