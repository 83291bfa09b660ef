package dev.embeam.transform.snapshot;

import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.parquet.EmbeddingFileReader;
import dev.embeam.schema.parquet.EmbeddingFooter;
import dev.embeam.schema.parquet.EmbeddingLayout;
import dev.embeam.snapshot.SnapshotFile;
import dev.embeam.snapshot.TableState;
import dev.embeam.storage.BeamFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The row groups of a snapshot, of which every file was looked at.
 *
 * @param parts in the order of the files
 */
public record StoredRows(List<TablePart> parts) {
    /** Copies the list. */
    public StoredRows {
        parts = List.copyOf(parts);
    }

    /**
     * Reads the footer of every file.
     *
     * @param expected columns of all files
     * @param fingerprint of the model that all files should name; empty for any
     * @throws CorruptDataException when a file is missing or damaged, has other columns or another model, or not the rows
     *     that the table says
     */
    public static StoredRows of(TableState state, EmbeddingLayout expected, String fingerprint) throws IOException {
        List<TablePart> parts = new ArrayList<>();
        for (SnapshotFile file : state.files()) {
            try (EmbeddingFileReader reader = open(file.path())) {
                require(file, reader.layout().toString(), expected.toString());
                require(file, reader.rows() + " rows", file.rows() + " rows");
                String model = reader.footer().getOrDefault(EmbeddingFooter.MODEL_FINGERPRINT, "");
                require(file, "model " + model, "model " + (fingerprint.isEmpty() ? model : fingerprint));
                add(file, reader, parts);
            }
        }
        return new StoredRows(parts);
    }

    private static EmbeddingFileReader open(String path) throws IOException {
        try {
            return EmbeddingFileReader.open(new BeamFiles().open(path), path);
        } catch (IOException missing) {
            throw new CorruptDataException(
                    path,
                    "",
                    "not readable (" + missing.getMessage() + ")",
                    "a file of the table; roll back to a snapshot without it, or choose another --table",
                    missing);
        }
    }

    private static void require(SnapshotFile file, String actual, String expected) {
        if (!actual.equals(expected)) {
            throw new CorruptDataException(file.path(), "footer", actual, expected + ", as the table says");
        }
    }

    private static void add(SnapshotFile file, EmbeddingFileReader reader, List<TablePart> parts) {
        long firstRow = 0;
        for (int group = 0; group < reader.rowGroups(); group++) {
            parts.add(new TablePart(file, group, Math.toIntExact(firstRow)));
            firstRow += reader.rowsOf(group);
        }
    }
}
