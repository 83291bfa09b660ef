package dev.embeam.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Average precision of scores against labels: the sum over distinct scores, from the highest on, of the gain of recall times
 * the precision there. Equal scores are one threshold, so their order does not matter. Agrees with scikit-learn's {@code
 * average_precision_score}. Immutable: the rows are sorted once, and any resample of them costs one run.
 */
public final class BinaryAveragePrecision {
    private final boolean[] truth;
    private final double[] scores;
    private final int[] descending;

    private BinaryAveragePrecision(boolean[] truth, double[] scores, int[] descending) {
        this.truth = truth;
        this.scores = scores;
        this.descending = descending;
    }

    /** Of these rows; a higher score means class 1. */
    public static BinaryAveragePrecision of(boolean[] truth, double[] scores) {
        double[] copy = scores.clone();
        int[] descending = IntStream.range(0, copy.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -copy[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new BinaryAveragePrecision(truth.clone(), copy, descending);
    }

    /** The average precision; NaN where no row is of class 1. */
    public double value() {
        int[] once = new int[scores.length];
        Arrays.fill(once, 1);
        return value(once);
    }

    /**
     * The same of a resample.
     *
     * @param counts how often each row is in it
     */
    public double value(int[] counts) {
        double sum = 0;
        int hits = 0;
        int seen = 0;
        int from = 0;
        while (from < descending.length) {
            int before = hits;
            int to = from;
            while (to < descending.length && scores[descending[to]] == scores[descending[from]]) {
                int row = descending[to++];
                seen += counts[row];
                hits += truth[row] ? counts[row] : 0;
            }
            sum += hits == before ? 0 : (double) (hits - before) * hits / seen;
            from = to;
        }
        return sum / hits;
    }
}
