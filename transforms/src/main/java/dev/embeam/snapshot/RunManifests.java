package dev.embeam.snapshot;

import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.RunManifest;
import dev.embeam.schema.StoredFile;
import dev.embeam.schema.json.RunManifestJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.io.InputFile;

/**
 * What the runs of a table have written, as {@code runs/RUN/manifest.json} says it, with whole paths.
 *
 * @param byRun the files of each run
 * @param byKey all files, by what is the same however a path is written
 * @param damages manifests that cannot be read, one line each
 */
public record RunManifests(Map<String, List<StoredFile>> byRun, Map<String, StoredFile> byKey, List<String> damages) {
    private static final String MANIFEST = "/manifest.json";

    /** Reads the manifests of all runs that are left. */
    public static RunManifests read(VectorTable table) throws IOException {
        Map<String, List<StoredFile>> byRun = new TreeMap<>();
        List<String> damages = new ArrayList<>();
        for (StoredObject file : new FolderListing(table.table).files().values()) {
            String[] names = file.key().split("/", -1);
            if (file.key().endsWith(MANIFEST) && names.length > 2 && names[names.length - 3].equals("runs")) {
                try {
                    byRun.put(names[names.length - 2], files(table, manifest(table, file.location())));
                } catch (CorruptDataException broken) {
                    damages.add(String.valueOf(broken.getMessage()));
                }
            }
        }
        Map<String, StoredFile> byKey = new HashMap<>();
        byRun.values().forEach(run -> run.forEach(file -> byKey.put(StoredObject.key(file.path()), file)));
        return new RunManifests(byRun, byKey, damages);
    }

    /** The manifest of the run that made a snapshot, where the snapshot names one. */
    public static Optional<RunManifest> of(VectorTable table, TableSnapshot snapshot) throws IOException {
        String path = snapshot.property(SnapshotProperty.MANIFEST);
        return path.isEmpty() ? Optional.empty() : Optional.of(manifest(table, table.folder() + "/" + path));
    }

    private static RunManifest manifest(VectorTable table, String path) throws IOException {
        InputFile file = table.table.io().newInputFile(path);
        if (!file.exists()) {
            throw new CorruptDataException(path, "", "missing", "the manifest of a run that a snapshot names");
        }
        try (InputStream in = file.newStream()) {
            return RunManifestJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), path);
        }
    }

    private static List<StoredFile> files(VectorTable table, RunManifest manifest) {
        return manifest.files().stream()
                .map(file ->
                        new StoredFile(table.folder() + "/" + file.path(), file.rows(), file.bytes(), file.sha256()))
                .toList();
    }

    /** What a run says of a file, by the file's path. */
    public Optional<StoredFile> find(String path) {
        return Optional.ofNullable(byKey.get(StoredObject.key(path)));
    }
}
