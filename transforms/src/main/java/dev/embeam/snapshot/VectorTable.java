package dev.embeam.snapshot;

import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.parquet.EmbeddingLayout;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.CloseableIterable;

/**
 * A table of vectors with snapshots: {@code id}, kept fields and {@code embedding} in Parquet files under {@code data/},
 * with Iceberg's metadata (format version 2) beside them. Not thread-safe.
 */
public final class VectorTable {
    private final TableLocation location;
    final Table table;

    private VectorTable(TableLocation location, Table table) {
        this.location = location;
        this.table = table;
    }

    /**
     * Whether there is a table, ours or not.
     *
     * @throws CorruptDataException when its metadata cannot be read
     */
    public static boolean exists(TableLocation location) {
        try {
            return TableAccess.exists(location);
        } catch (RuntimeException broken) {
            throw corrupt(location, broken);
        }
    }

    private static CorruptDataException corrupt(TableLocation location, RuntimeException broken) {
        return new CorruptDataException(
                location.toString(), "metadata", "not readable (" + broken + ")", "a table of Iceberg", broken);
    }

    /**
     * Opens a table.
     *
     * @throws IllegalArgumentException when there is none, or it is not one of vectors
     * @throws CorruptDataException when its metadata cannot be read
     */
    public static VectorTable open(TableLocation location) {
        try {
            return new VectorTable(location, requireOurs(location, TableAccess.load(location)));
        } catch (NoSuchTableException missing) {
            throw new IllegalArgumentException(
                    "there is no table at " + location + "; expected one that reindex wrote", missing);
        } catch (IllegalArgumentException foreign) {
            throw foreign;
        } catch (RuntimeException broken) {
            throw corrupt(location, broken);
        }
    }

    /** Creates a table without a snapshot, for files of this layout. */
    public static VectorTable create(TableLocation location, EmbeddingLayout layout) {
        return new VectorTable(
                location, TableAccess.create(location, TableSchema.of(layout), TableSchema.properties()));
    }

    private static Table requireOurs(TableLocation location, Table table) {
        String version = table.properties().getOrDefault(TableSchema.FORMAT_VERSION, "none");
        if (!version.equals(TableSchema.FORMAT)) {
            throw new IllegalArgumentException("table " + location + " has " + TableSchema.FORMAT_VERSION + " "
                    + version + "; expected " + TableSchema.FORMAT + ", as reindex writes it; choose another --table");
        }
        return table;
    }

    /** Where it is. */
    public TableLocation location() {
        return location;
    }

    /** The folder that holds its files. */
    public String folder() {
        return table.location();
    }

    /** The path of a file of vectors with this name. */
    public String dataPath(String name) {
        return folder() + "/data/" + name;
    }

    /** Names of the columns beside id and vector. */
    public List<String> keptFields() {
        return TableSchema.keptFields(table.schema());
    }

    /** The state that readers see; none while nothing was committed. */
    public Optional<TableSnapshot> current() {
        return Optional.ofNullable(table.currentSnapshot()).map(VectorTable::snapshot);
    }

    /** All snapshots, those of branches included, from the oldest on. */
    public List<TableSnapshot> snapshots() {
        return StreamSupport.stream(table.snapshots().spliterator(), false)
                .map(VectorTable::snapshot)
                .sorted(Comparator.comparing(TableSnapshot::created).thenComparing(TableSnapshot::id))
                .toList();
    }

    /**
     * A snapshot.
     *
     * @param reference its number, or a branch or tag; empty for the current state
     * @throws IllegalArgumentException when there is no such snapshot
     */
    public TableSnapshot snapshot(String reference) {
        Optional<TableSnapshot> found = reference.isEmpty() ? current() : find(reference);
        return found.orElseThrow(() -> new IllegalArgumentException(
                "table " + location + (reference.isEmpty() ? " is empty" : " has no snapshot \"" + reference + "\"")
                        + "; expected " + (reference.isEmpty() ? "a snapshot" : "one of " + known())));
    }

    private Optional<TableSnapshot> find(String reference) {
        SnapshotRef named = table.refs().get(reference);
        boolean number = reference.matches("\\d{1,19}");
        Snapshot found = named != null
                ? table.snapshot(named.snapshotId())
                : number ? table.snapshot(Long.parseLong(reference)) : null;
        return Optional.ofNullable(found).map(VectorTable::snapshot);
    }

    private List<String> known() {
        List<String> names = new ArrayList<>(table.refs().keySet());
        snapshots().forEach(snapshot -> names.add(Long.toString(snapshot.id())));
        return names;
    }

    private static TableSnapshot snapshot(Snapshot snapshot) {
        return new TableSnapshot(
                snapshot.snapshotId(),
                snapshot.parentId() == null ? OptionalLong.empty() : OptionalLong.of(snapshot.parentId()),
                Instant.ofEpochMilli(snapshot.timestampMillis()),
                snapshot.summary());
    }

    /** Snapshots that have a name, by their branches and tags; the current state is the head of the branch {@code main}. */
    public SortedMap<String, Long> references() {
        SortedMap<String, Long> named = new TreeMap<>();
        table.refs().forEach((name, reference) -> named.put(name, reference.snapshotId()));
        return named;
    }

    /**
     * Makes any snapshot of the table the current state, whether older or newer than that or on a branch.
     *
     * @throws IllegalArgumentException when a file of the snapshot is gone
     * @throws ConcurrentChangeException when another run commits at the same time
     */
    public void makeCurrent(TableSnapshot snapshot) throws IOException {
        new SnapshotReferences(this).makeCurrent(snapshot);
    }

    /**
     * Makes the head of a branch the current state, at once with the end of the branch.
     *
     * @throws ConcurrentChangeException when the current state is no longer the one that the branch began with; the branch
     *     stays
     */
    public void publish(String branch) {
        new SnapshotReferences(this).publish(branch);
    }

    /** What may go by this rule, and its removal. */
    public TableExpiry expiry(ExpiryRule rule) {
        return new TableExpiry(this, rule);
    }

    /** The files of a snapshot, in the order of their paths. */
    public List<SnapshotFile> files(TableSnapshot snapshot) throws IOException {
        DeletedRows deleted = new DeletedRows(table);
        List<SnapshotFile> files = new ArrayList<>();
        for (FileScanTask task : tasks(OptionalLong.of(snapshot.id()))) {
            files.add(new SnapshotFile(
                    task.file().location(),
                    task.file().fileSizeInBytes(),
                    task.file().recordCount(),
                    deleted.read(task)));
        }
        files.sort(Comparator.comparing(SnapshotFile::path));
        return files;
    }

    /** The current state with its files. */
    public TableState state() throws IOException {
        Optional<TableSnapshot> current = current();
        return new TableState(
                location,
                folder(),
                current.map(TableSnapshot::id).orElse(TableState.NONE),
                current.isPresent() ? files(current.get()) : List.of());
    }

    /** The snapshot that a run made, if it has committed. */
    public Optional<TableSnapshot> madeBy(String runId) {
        return snapshots().stream()
                .filter(snapshot -> snapshot.property(SnapshotProperty.RUN_ID).equals(runId))
                .findFirst();
    }

    /** Names of all files that some snapshot reads, of vectors and of deleted rows. */
    public Set<String> heldNames() throws IOException {
        Set<String> names = new HashSet<>();
        for (Snapshot snapshot : table.snapshots()) {
            for (FileScanTask task : tasks(OptionalLong.of(snapshot.snapshotId()))) {
                names.add(name(task.file().location()));
                task.deletes().forEach(file -> names.add(name(file.location())));
            }
        }
        return names;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What the data files and deletions of a snapshot take; nothing where its metadata is gone. */
    public OptionalLong bytes(TableSnapshot snapshot) throws IOException {
        try {
            return OptionalLong.of(tasks(OptionalLong.of(snapshot.id())).stream()
                    .mapToLong(FileScanTask::sizeBytes)
                    .sum());
        } catch (NotFoundException gone) {
            return OptionalLong.empty();
        }
    }

    /** What a reader of a snapshot reads; nothing without one. */
    List<FileScanTask> tasks(OptionalLong snapshot) throws IOException {
        if (snapshot.isEmpty()) {
            return List.of();
        }
        List<FileScanTask> found = new ArrayList<>();
        try (CloseableIterable<FileScanTask> tasks =
                table.newScan().useSnapshot(snapshot.getAsLong()).planFiles()) {
            tasks.forEach(found::add);
        }
        return found;
    }

    /** Sees what others committed since it was opened. */
    public void refresh() {
        table.refresh();
    }

    /**
     * Makes the next snapshot, at once or not at all. May be repeated: a run that has committed commits nothing more.
     *
     * @return the snapshot that the run made
     * @throws ConcurrentChangeException when the state that the run compared with is no longer the current one
     */
    public TableSnapshot commit(SnapshotChange change) throws IOException {
        return new TableCommit(this, change).commit();
    }
}
