package dev.embeam.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Values in their order, so that the average ranks of any resample of them take one run over the rows and no sorting.
 * Immutable.
 */
public final class RankOrder {
    private final double[] values;
    private final int[] ascending;

    private RankOrder(double[] values, int[] ascending) {
        this.values = values;
        this.ascending = ascending;
    }

    /** The order of these values, none of them NaN; the array stays the caller's. */
    public static RankOrder of(double... values) {
        double[] copy = values.clone();
        int[] ascending = IntStream.range(0, copy.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> copy[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new RankOrder(copy, ascending);
    }

    /** The rank of every value, from 1; equal values share the mean of their ranks. */
    public double[] ranks() {
        int[] once = new int[values.length];
        Arrays.fill(once, 1);
        return ranks(once);
    }

    /**
     * The ranks of a resample.
     *
     * @param counts how often each row is in it; 0 for a row that is not
     * @return the rank that each copy of a row has; of no meaning for a row that is not in it
     */
    public double[] ranks(int[] counts) {
        double[] ranks = new double[values.length];
        int before = 0;
        int from = 0;
        while (from < ascending.length) {
            int to = from;
            int equal = 0;
            while (to < ascending.length && values[ascending[to]] == values[ascending[from]]) {
                equal += counts[ascending[to++]];
            }
            double rank = before + (equal + 1) / 2.0;
            for (int i = from; i < to; i++) {
                ranks[ascending[i]] = rank;
            }
            before += equal;
            from = to;
        }
        return ranks;
    }
}
