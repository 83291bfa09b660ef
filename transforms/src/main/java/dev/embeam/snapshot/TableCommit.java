package dev.embeam.snapshot;

import dev.embeam.schema.StoredFile;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.RowDelta;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.parquet.ParquetUtil;

/** One commit to a table. */
final class TableCommit {
    private final VectorTable table;
    private final SnapshotChange change;

    TableCommit(VectorTable table, SnapshotChange change) {
        this.table = table;
        this.change = change;
    }

    TableSnapshot commit() throws IOException {
        table.refresh();
        Optional<TableSnapshot> done = table.madeBy(change.runId());
        if (done.isPresent()) {
            return done.get();
        }
        requireBase();
        RowDelta delta = delta();
        try {
            delta.commit();
        } catch (ValidationException | CommitFailedException conflict) {
            throw new ConcurrentChangeException(conflict(), conflict);
        }
        table.refresh();
        return table.madeBy(change.runId())
                .orElseThrow(() -> new IllegalStateException("the commit of " + change.runId() + " is lost"));
    }

    private void requireBase() {
        OptionalLong current =
                table.current().map(snapshot -> OptionalLong.of(snapshot.id())).orElse(OptionalLong.empty());
        if (!current.equals(change.base())) {
            throw new ConcurrentChangeException(conflict());
        }
    }

    private String conflict() {
        return "table " + table.location() + " was changed by another run since this one read it (snapshot "
                + (change.base().isPresent() ? change.base().getAsLong() : "none")
                + "); expected no other run; nothing was changed, run it again";
    }

    private RowDelta delta() throws IOException {
        RowDelta delta = table.table
                .newRowDelta()
                .conflictDetectionFilter(Expressions.alwaysTrue())
                .validateDeletedFiles()
                .validateNoConflictingDataFiles()
                .validateNoConflictingDeleteFiles();
        change.base().ifPresent(delta::validateFromSnapshot);
        for (StoredFile file : change.added()) {
            delta.addRows(dataFile(file));
        }
        changeFiles(delta);
        delta.set(SnapshotProperty.RUN_ID.key(), change.runId());
        change.properties().forEach((name, value) -> delta.set(name.key(), value));
        if (!change.branch().isEmpty()) {
            delta.toBranch(change.branch());
        }
        return delta;
    }

    private DataFile dataFile(StoredFile file) {
        InputFile input = table.table.io().newInputFile(file.path());
        return DataFiles.builder(table.table.spec())
                .withPath(file.path())
                .withFormat(FileFormat.PARQUET)
                .withFileSizeInBytes(file.bytes())
                .withMetrics(ParquetUtil.fileMetrics(input, MetricsConfig.forTable(table.table)))
                .build();
    }

    /** What becomes of the files that the base has. Each has at most one file of deleted rows, that of its last change. */
    private void changeFiles(RowDelta delta) throws IOException {
        Map<String, FileScanTask> tasks = new HashMap<>();
        for (FileScanTask task : table.tasks(change.base())) {
            tasks.put(task.file().location(), task);
        }
        delta.validateDataFilesExist(change.deleted().keySet());
        for (String path : change.removed()) {
            FileScanTask task = task(tasks, path);
            delta.removeRows(task.file());
            task.deletes().forEach(delta::removeDeletes);
        }
        DeletedRows deletions = new DeletedRows(table.table);
        for (Map.Entry<String, BitSet> rows : change.deleted().entrySet()) {
            FileScanTask task = task(tasks, rows.getKey());
            delta.addDeletes(deletions.write(rows.getKey(), rows.getValue(), deletePath(rows.getKey())));
            task.deletes().forEach(delta::removeDeletes);
        }
    }

    private FileScanTask task(Map<String, FileScanTask> tasks, String path) {
        FileScanTask task = tasks.get(path);
        if (task == null) {
            throw new IllegalArgumentException("file " + path + " is not part of table " + table.location());
        }
        return task;
    }

    /** Beside the file, with the run in its name: another attempt writes it anew. */
    private String deletePath(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.parquet$", "");
        return table.dataPath(name + "-deletes-" + change.runId() + ".parquet");
    }
}
