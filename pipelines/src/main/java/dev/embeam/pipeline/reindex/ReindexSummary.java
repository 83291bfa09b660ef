package dev.embeam.pipeline.reindex;

import dev.embeam.snapshot.SnapshotProperty;
import dev.embeam.snapshot.TableSnapshot;
import java.util.Locale;

/** The line that a run ends with. */
final class ReindexSummary {
    private final String table;
    private final long start = System.nanoTime();

    /** Of a run that starts now. */
    ReindexSummary(String table) {
        this.table = table;
    }

    /** Of a run that found the collection as the snapshot holds it. */
    String nothingChanged(TableSnapshot snapshot) {
        return String.format(
                Locale.ROOT,
                "nothing changed: %,d documents; %,.1f s; snapshot %d of %s%n",
                number(snapshot, SnapshotProperty.DOCUMENTS),
                seconds(),
                snapshot.id(),
                table);
    }

    /** Of the run that made this snapshot. */
    String of(TableSnapshot snapshot) {
        return String.format(
                Locale.ROOT,
                "%,d documents: %,d added, %,d changed, %,d deleted, %,d unchanged, %,d failed; %,d encoded; %,.1f s;"
                        + " snapshot %d of %s%n",
                number(snapshot, SnapshotProperty.DOCUMENTS),
                number(snapshot, SnapshotProperty.ADDED),
                number(snapshot, SnapshotProperty.CHANGED),
                number(snapshot, SnapshotProperty.DELETED),
                number(snapshot, SnapshotProperty.UNCHANGED),
                number(snapshot, SnapshotProperty.FAILED),
                number(snapshot, SnapshotProperty.ENCODED),
                seconds(),
                snapshot.id(),
                table);
    }

    private static long number(TableSnapshot snapshot, SnapshotProperty name) {
        String text = snapshot.property(name);
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
