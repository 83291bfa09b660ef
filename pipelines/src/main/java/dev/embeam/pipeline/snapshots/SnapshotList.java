package dev.embeam.pipeline.snapshots;

import dev.embeam.pipeline.launch.TextTable;
import dev.embeam.snapshot.SnapshotProperty;
import dev.embeam.snapshot.TableSnapshot;
import dev.embeam.snapshot.VectorTable;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The snapshots of a table as text for a person, oldest first; a star marks the current one. */
final class SnapshotList {
    /** Digits of a fingerprint that tell models apart. */
    private static final int FINGERPRINT = 12;

    private SnapshotList() {}

    static String of(VectorTable table) throws IOException {
        TextTable text = new TextTable();
        text.row(" ", "snapshot", "created", "documents", "added", "changed", "deleted", "bytes", "model", "names");
        Map<String, Long> names = table.references();
        long current = table.current().map(TableSnapshot::id).orElse(-1L);
        for (TableSnapshot snapshot : table.snapshots()) {
            text.row(
                    snapshot.id() == current ? "*" : " ",
                    Long.toString(snapshot.id()),
                    snapshot.created().truncatedTo(ChronoUnit.SECONDS).toString(),
                    count(snapshot.property(SnapshotProperty.DOCUMENTS)),
                    count(snapshot.property(SnapshotProperty.ADDED)),
                    count(snapshot.property(SnapshotProperty.CHANGED)),
                    count(snapshot.property(SnapshotProperty.DELETED)),
                    count(bytes(table, snapshot)),
                    shortened(snapshot.property(SnapshotProperty.MODEL_FINGERPRINT)),
                    names(names, snapshot.id()));
        }
        return text.toString();
    }

    private static String bytes(VectorTable table, TableSnapshot snapshot) throws IOException {
        OptionalLong bytes = table.bytes(snapshot);
        return bytes.isPresent() ? Long.toString(bytes.getAsLong()) : "files gone";
    }

    private static String names(Map<String, Long> names, long snapshot) {
        return names.entrySet().stream()
                .filter(name -> name.getValue() == snapshot)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    private static String count(String number) {
        return number.matches("\\d{1,18}") ? String.format(Locale.ROOT, "%,d", Long.parseLong(number)) : number;
    }

    private static String shortened(String fingerprint) {
        return fingerprint.substring(0, Math.min(FINGERPRINT, fingerprint.length()));
    }
}
