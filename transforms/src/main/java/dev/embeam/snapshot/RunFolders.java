package dev.embeam.snapshot;

import dev.embeam.schema.StoredFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What becomes of the folders of runs, {@code runs/RUN/}: one is needed while its run's snapshot is there, or any file that
 * the run wrote.
 */
final class RunFolders {
    private static final String RUNS = "/runs/";

    private final VectorTable table;
    private final Map<String, StoredObject> stored;

    RunFolders(VectorTable table, Map<String, StoredObject> stored) {
        this.table = table;
        this.stored = stored;
    }

    /** Adds the keys of the files of runs to those that are needed, or to those that are known and were needed. */
    void add(Set<Long> left, Set<String> needed, Set<String> known) throws IOException {
        Set<String> all = runs(table.snapshots().stream().map(TableSnapshot::id).collect(Collectors.toSet()));
        Set<String> stay = runs(left);
        for (Map.Entry<String, List<StoredFile>> run :
                RunManifests.read(table).byRun().entrySet()) {
            if (run.getValue().stream().anyMatch(file -> needed.contains(StoredObject.key(file.path())))) {
                stay.add(run.getKey());
            }
        }
        String runs = StoredObject.key(table.folder()) + RUNS;
        for (String key : stored.keySet()) {
            if (key.startsWith(runs)) {
                String run = key.substring(runs.length()).replaceFirst("/.*", "");
                if (stay.contains(run)) {
                    needed.add(key);
                } else if (all.contains(run)) {
                    known.add(key);
                }
            }
        }
    }

    private Set<String> runs(Set<Long> snapshots) {
        return table.snapshots().stream()
                .filter(snapshot -> snapshots.contains(snapshot.id()))
                .map(snapshot -> snapshot.property(SnapshotProperty.RUN_ID))
                .collect(Collectors.toSet());
    }
}
