package dev.embeam.pipeline;

import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.RunManifest;
import dev.embeam.schema.StoredFile;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.json.RunManifestJson;
import dev.embeam.schema.parquet.EmbeddingFileReader;
import dev.embeam.schema.parquet.EncodedRows;
import dev.embeam.snapshot.SnapshotFile;
import dev.embeam.snapshot.TableLocation;
import dev.embeam.snapshot.VectorTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads outputs of {@code encode} back. */
public final class StoredRows {
    private StoredRows() {}

    /**
     * One stored document.
     *
     * @param kept its kept fields
     * @param vector its vector's bytes as hexadecimal digits
     */
    public record Row(List<Optional<String>> kept, String vector) {}

    /** The manifest of an output. */
    public static RunManifest manifest(Path output) throws IOException {
        Path file = output.resolve("manifest.json");
        return RunManifestJson.read(Files.readString(file), file.toString());
    }

    /** All documents of an output by their ids, no id twice. */
    public static SortedMap<String, Row> of(Path output) throws IOException {
        SortedMap<String, Row> rows = new TreeMap<>();
        for (StoredFile stored : manifest(output).files()) {
            Path file = output.resolve(stored.path());
            try (EmbeddingFileReader reader = EmbeddingFileReader.open(Files.newByteChannel(file), file.toString())) {
                int rowBytes = reader.layout().rowBytes();
                for (Optional<EncodedRows> next = reader.next(); next.isPresent(); next = reader.next()) {
                    addAll(next.get(), rowBytes, rows);
                }
            }
        }
        return rows;
    }

    /** All documents of a table's current state by their ids, no id twice, without the hashes of their contents. */
    public static SortedMap<String, Row> ofTable(Path table) throws IOException {
        SortedMap<String, Row> rows = new TreeMap<>();
        for (SnapshotFile stored :
                VectorTable.open(TableLocation.folder(table.toString())).state().files()) {
            Path file = Path.of(stored.path());
            SortedMap<String, Row> all = new TreeMap<>();
            try (EmbeddingFileReader reader = EmbeddingFileReader.open(Files.newByteChannel(file), file.toString())) {
                int rowBytes = reader.layout().rowBytes();
                for (Optional<EncodedRows> next = reader.next(); next.isPresent(); next = reader.next()) {
                    DocumentKeys keys = next.get().keys();
                    addAll(next.get(), rowBytes, all);
                    for (int i = 0; i < keys.size(); i++) {
                        if (stored.deleted().get((int) keys.positions()[i])) {
                            all.remove(keys.ids().get(i));
                        }
                    }
                }
            }
            for (String id : all.keySet()) {
                Row row = row(all, id);
                List<Optional<String>> kept = row.kept().subList(0, row.kept().size() - 1);
                if (rows.put(id, new Row(kept, row.vector())) != null) {
                    throw new AssertionError("the id " + id + " is stored twice");
                }
            }
        }
        return rows;
    }

    /** The document of this id, which must be there. */
    public static Row row(SortedMap<String, Row> rows, String id) {
        return Objects.requireNonNull(rows.get(id), () -> "no row of id " + id);
    }

    private static void addAll(EncodedRows block, int rowBytes, SortedMap<String, Row> rows) {
        DocumentKeys keys = block.keys();
        for (int i = 0; i < keys.size(); i++) {
            List<Optional<String>> kept = new ArrayList<>();
            for (TextColumn field : keys.kept()) {
                kept.add(field.isAbsent(i) ? Optional.empty() : Optional.of(field.get(i)));
            }
            byte[] vector = Arrays.copyOfRange(block.rows(), i * rowBytes, (i + 1) * rowBytes);
            Row row = new Row(kept, HexFormat.of().formatHex(vector));
            if (rows.put(keys.ids().get(i), row) != null) {
                throw new AssertionError("the id " + keys.ids().get(i) + " is stored twice");
            }
        }
    }
}
