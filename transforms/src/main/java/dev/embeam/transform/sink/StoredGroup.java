package dev.embeam.transform.sink;

import dev.embeam.identity.DuplicateRow;
import dev.embeam.identity.StoredChange;
import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.parquet.EmbeddingFileReader;
import dev.embeam.schema.parquet.EmbeddingFileWriter;
import dev.embeam.schema.parquet.EmbeddingLayout;
import dev.embeam.schema.parquet.EncodedRows;
import dev.embeam.snapshot.SnapshotFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Files of a table of which one is made, or one file, with all that the collection says of them.
 *
 * <p>A file of which fewer bytes are left than are deleted is written anew: that costs less than its next reader would read for
 * nothing. Of any other file the deleted rows are noted beside it. A file of which nothing is left is removed.
 */
final class StoredGroup {
    private final List<SnapshotFile> files;
    private final Map<String, BitSet> deleted = new LinkedHashMap<>();
    private final Map<String, List<DuplicateRow>> duplicates = new HashMap<>();
    private boolean changed;

    StoredGroup(List<SnapshotFile> files) {
        this.files = files;
        files.forEach(file -> deleted.put(file.path(), (BitSet) file.deleted().clone()));
    }

    void add(StoredChange change) {
        BitSet rows = Objects.requireNonNull(deleted.get(change.file()));
        for (int row : change.gone()) {
            rows.set(row);
            changed = true;
        }
        duplicates.computeIfAbsent(change.file(), file -> new ArrayList<>()).addAll(change.duplicates());
    }

    private long liveRows() {
        return files.stream()
                .mapToLong(file -> file.rows() - deletedRows(file.path()).cardinality())
                .sum();
    }

    private BitSet deletedRows(String path) {
        return Objects.requireNonNull(deleted.get(path));
    }

    /** Whether one new file takes the place of all. */
    boolean isRewritten(boolean compacts) {
        long rows = files.stream().mapToLong(SnapshotFile::rows).sum();
        return liveRows() > 0 && (compacts || (changed && liveRows() < rows - liveRows()));
    }

    /** What the next snapshot does not hold of these files. */
    FileChange change(boolean compacts) {
        if (!changed && !compacts) {
            return new FileChange(List.of(), Map.of());
        }
        return liveRows() == 0 || isRewritten(compacts)
                ? new FileChange(files.stream().map(SnapshotFile::path).toList(), Map.of())
                : new FileChange(List.of(), deleted);
    }

    /** Copies the rows that are left into a new file. */
    WrittenFile rewrite(WriteSettings settings) throws IOException {
        String path = settings.run().newPath(".parquet");
        try (EmbeddingFileWriter writer = EmbeddingFileWriter.open(OutputFolder.create(path), settings.firstFormat())) {
            for (SnapshotFile file : files) {
                copy(file.path(), writer);
            }
            String sha256 = writer.finish();
            long now = System.currentTimeMillis();
            return WrittenFile.copied(
                    path, writer.rows(), writer.bytes(), sha256, files.get(0).path(), now);
        }
    }

    private void copy(String path, EmbeddingFileWriter writer) throws IOException {
        try (EmbeddingFileReader reader = EmbeddingFileReader.open(OutputFolder.open(path), path)) {
            for (Optional<EncodedRows> next = reader.next(); next.isPresent(); next = reader.next()) {
                EncodedRows kept = RowSelection.without(
                        next.get(), deletedRows(path), reader.layout().rowBytes(), (row, id) -> {});
                writer.append(kept.keys(), kept.rows());
            }
        }
    }

    /** The documents that were seen more than once. Their ids stand in the files alone. */
    List<FailedRecord> failures() throws IOException {
        List<FailedRecord> failures = new ArrayList<>();
        for (Map.Entry<String, List<DuplicateRow>> of : duplicates.entrySet()) {
            Map<Integer, String> ids = of.getValue().isEmpty() ? Map.of() : ids(of.getKey(), of.getValue());
            for (DuplicateRow row : of.getValue()) {
                failures.add(FinishFilesFn.failure(row, Objects.requireNonNull(ids.get(row.row()))));
            }
        }
        return failures;
    }

    private static Map<Integer, String> ids(String path, List<DuplicateRow> rows) throws IOException {
        BitSet wanted = new BitSet();
        rows.forEach(row -> wanted.set(row.row()));
        Map<Integer, String> ids = new HashMap<>();
        int row = 0;
        try (EmbeddingFileReader reader = EmbeddingFileReader.open(OutputFolder.open(path), path)) {
            for (int group = 0; group < reader.rowGroups(); group++) {
                TextColumn column = reader.texts(group, EmbeddingLayout.ID);
                for (int i = 0; i < column.size(); i++, row++) {
                    if (wanted.get(row)) {
                        ids.put(row, column.get(i));
                    }
                }
            }
        }
        return ids;
    }
}
