package dev.embeam.pipeline.snapshots;

import dev.embeam.snapshot.TableSnapshot;
import dev.embeam.snapshot.content.SnapshotDifference;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** How two snapshots differ, as text for a person: counts, and how far vectors moved as bars. */
final class DifferenceReport {
    /** Upper ends of the ranges of distances, each of which begins where the one before it ends. */
    private static final double[] ENDS = {1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2};

    private static final int BAR_WIDTH = 40;

    private DifferenceReport() {}

    static String of(TableSnapshot before, TableSnapshot after, SnapshotDifference difference, long seed) {
        StringBuilder text = new StringBuilder();
        line(text, "from", before.id() + " of " + before.created());
        line(text, "to", after.id() + " of " + after.created());
        count(text, "unchanged", difference.unchanged());
        count(text, "added", difference.added());
        count(text, "changed", difference.changed());
        count(text, "deleted", difference.deleted());
        if (!difference.comparable()) {
            text.append("\nvectors have other widths in the two snapshots: there are no distances between them\n");
        } else if (difference.distances().length > 0) {
            histogram(text, difference, seed);
        }
        return text.toString();
    }

    private static void histogram(StringBuilder text, SnapshotDifference difference, long seed) {
        double[] distances = difference.distances();
        text.append(String.format(
                Locale.ROOT, "\nhow far changed vectors moved: cosine distance of %s%n", of(difference, seed)));
        double mean = DoubleStream.of(distances).sum() / distances.length;
        line(
                text,
                "distance",
                String.format(
                        Locale.ROOT,
                        "median %.3g, mean %.3g, largest %.3g",
                        distances[distances.length / 2],
                        mean,
                        distances[distances.length - 1]));
        bar(text, "0", difference.between(-1, 0), distances.length);
        double low = 0;
        for (double high : ENDS) {
            bar(
                    text,
                    "to " + String.format(Locale.ROOT, "%.6f", high).replaceFirst("\\.?0+$", ""),
                    difference.between(low, high),
                    distances.length);
            low = high;
        }
    }

    private static String of(SnapshotDifference difference, long seed) {
        return difference.distances().length == difference.changed()
                ? "all of them"
                : String.format(Locale.ROOT, "an even sample of %,d (seed %d)", difference.distances().length, seed);
    }

    private static void count(StringBuilder text, String name, long value) {
        line(text, name, String.format(Locale.ROOT, "%,15d", value));
    }

    private static void bar(StringBuilder text, String range, long value, long total) {
        int length = (int) Math.ceil((double) BAR_WIDTH * value / total);
        line(
                text,
                range,
                String.format(Locale.ROOT, "%,15d  %s", value, "#".repeat(length))
                        .stripTrailing());
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "  %-12s%s%n", name, value));
    }
}
