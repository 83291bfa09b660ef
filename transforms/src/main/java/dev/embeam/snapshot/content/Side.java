package dev.embeam.snapshot.content;

import dev.embeam.snapshot.SnapshotFile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one snapshot holds and another does not, by rows of files.
 *
 * @param files of the snapshot
 * @param rows for each file those that the other does not hold
 * @param shared rows that both hold
 */
record Side(List<String> files, List<BitSet> rows, long shared) {
    static Side of(List<SnapshotFile> own, List<SnapshotFile> other) {
        Map<String, SnapshotFile> others = new HashMap<>();
        other.forEach(file -> others.put(file.path(), file));
        List<BitSet> rows = new ArrayList<>();
        long shared = 0;
        for (SnapshotFile file : own) {
            BitSet live = live(file);
            if (others.containsKey(file.path())) {
                live.andNot(live(others.get(file.path())));
            }
            rows.add(live);
            shared += file.liveRows() - live.cardinality();
        }
        return new Side(own.stream().map(SnapshotFile::path).toList(), rows, shared);
    }

    /** The rows that a snapshot holds of a file. */
    static BitSet live(SnapshotFile file) {
        BitSet live = new BitSet();
        live.set(0, Math.toIntExact(file.rows()));
        live.andNot(file.deleted());
        return live;
    }
}
