package dev.embeam.transform.sink;

import dev.embeam.identity.ChangeCounts;
import dev.embeam.schema.RunManifest;
import dev.embeam.schema.StoredFile;
import dev.embeam.schema.json.RunManifestJson;
import dev.embeam.snapshot.SnapshotChange;
import dev.embeam.snapshot.SnapshotFile;
import dev.embeam.snapshot.SnapshotProperty;
import dev.embeam.snapshot.VectorTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the temporary files of a run into the next snapshot of a table: moves them to their places, writes the manifest, and
 * commits last. May be repeated after a failure at any point, and after success; until the commit, readers of the table see
 * nothing of it.
 */
final class SnapshotPublisher {
    private final SnapshotSettings settings;
    private final List<WrittenFile> written;
    private final List<FailureSummary> failures;
    private final ChangeCounts counts;
    private final List<FileChange> changes;

    SnapshotPublisher(
            SnapshotSettings settings,
            List<WrittenFile> written,
            List<FailureSummary> failures,
            List<ChangeCounts> counts,
            List<FileChange> changes) {
        this.settings = settings;
        this.written = written;
        this.failures = failures;
        this.counts = counts.stream().reduce(ChangeCounts.NONE, ChangeCounts::plus);
        this.changes = changes;
    }

    void publish() throws IOException {
        VectorTable table = VectorTable.open(settings.state().location());
        String runId = settings.write().runId();
        TableFolder folder = TableFolder.of(settings.state().folder());
        if (table.madeBy(runId).isEmpty()) {
            DeletionLimitException.check(counts, settings);
            List<Publication.Move> vectors = folder.places(runId, Publication.inOrder(written));
            List<Publication.Move> failed = folder.failurePlaces(runId, failures);
            folder.move(vectors);
            folder.move(failed);
            folder.writeManifest(runId, RunManifestJson.write(manifest(to(vectors), to(failed))));
            table.commit(change(folder, to(vectors), to(failed)));
        }
        folder.deleteTemporaryFiles(runId);
    }

    private static List<StoredFile> to(List<Publication.Move> moves) {
        return moves.stream().map(Publication.Move::to).toList();
    }

    private RunManifest manifest(List<StoredFile> files, List<StoredFile> failed) {
        return new RunReport(settings.write())
                .manifest(files, failed, written, settings.write().calibration());
    }

    private SnapshotChange change(TableFolder folder, List<StoredFile> files, List<StoredFile> failed) {
        List<String> removed = new ArrayList<>();
        Map<String, BitSet> deleted = new HashMap<>();
        if (settings.replaces()) {
            settings.state().files().stream().map(SnapshotFile::path).forEach(removed::add);
        }
        for (FileChange change : changes) {
            removed.addAll(change.removed());
            deleted.putAll(change.deleted());
        }
        return new SnapshotChange(
                settings.write().runId(),
                settings.state().base(),
                settings.branch(),
                files.stream().map(folder::whole).toList(),
                removed,
                deleted,
                properties(failed));
    }

    private Map<SnapshotProperty, String> properties(List<StoredFile> failed) {
        Map<SnapshotProperty, String> properties = new EnumMap<>(SnapshotProperty.class);
        properties.putAll(settings.properties());
        properties.put(
                SnapshotProperty.WIDTH,
                Integer.toString(settings.write().layout().dim()));
        put(properties, SnapshotProperty.DOCUMENTS, counts.documents());
        put(properties, SnapshotProperty.ADDED, counts.added());
        put(properties, SnapshotProperty.CHANGED, counts.changed());
        put(properties, SnapshotProperty.DELETED, counts.deleted());
        put(properties, SnapshotProperty.UNCHANGED, counts.unchanged());
        put(
                properties,
                SnapshotProperty.ENCODED,
                written.stream().mapToLong(file -> file.counts().documents()).sum());
        put(
                properties,
                SnapshotProperty.FAILED,
                failed.stream().mapToLong(StoredFile::rows).sum());
        properties.put(
                SnapshotProperty.MANIFEST, TableFolder.manifest(settings.write().runId()));
        return properties;
    }

    private static void put(Map<SnapshotProperty, String> properties, SnapshotProperty name, long value) {
        properties.put(name, Long.toString(value));
    }
}
