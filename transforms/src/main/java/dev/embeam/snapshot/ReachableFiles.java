package dev.embeam.snapshot;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.ManifestContent;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/** The files that snapshots need. Snapshots share most manifests, each of which is read once. */
final class ReachableFiles {
    private final Table table;
    private final Map<String, Set<String>> contents = new HashMap<>();

    ReachableFiles(Table table) {
        this.table = table;
    }

    /** Adds the keys of all files of a snapshot. */
    void add(Snapshot snapshot, Set<String> keys) throws IOException {
        keys.add(StoredObject.key(snapshot.manifestListLocation()));
        for (ManifestFile manifest : snapshot.allManifests(table.io())) {
            keys.add(StoredObject.key(manifest.path()));
            Set<String> files = contents.get(manifest.path());
            if (files == null) {
                files = read(manifest);
                contents.put(manifest.path(), files);
            }
            keys.addAll(files);
        }
    }

    private Set<String> read(ManifestFile manifest) throws IOException {
        Set<String> files = new HashSet<>();
        try (ManifestReader<? extends ContentFile<?>> reader = manifest.content() == ManifestContent.DATA
                ? ManifestFiles.read(manifest, table.io(), table.specs())
                : ManifestFiles.readDeleteManifest(manifest, table.io(), table.specs())) {
            reader.forEach(file -> files.add(StoredObject.key(file.location())));
        }
        return files;
    }
}
