package dev.embeam.statistic;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Fisher's paired randomisation test, two-sided: if two systems did not differ, exchanging their results on any rows would
 * change nothing but by chance. Rows are exchanged at random {@code samples} times; p is the share of exchanges with a
 * difference at least as large as the one observed, the observed one counted among them: {@code (1 + count) / (1 + samples)}.
 * Equal seeds give equal values on any number of threads.
 *
 * @param samples how many times rows are exchanged at random
 * @param seed of the exchanges
 */
public record RandomisationTest(int samples, long seed) {
    /** Exchanges where nothing else is said. */
    public static final int DEFAULT_SAMPLES = 10_000;

    /** Differences closer than this, for values of size 1, are equal: sums in another order differ in the last bits. */
    private static final double TOLERANCE = 1e-12;

    /** Checks the number of exchanges. */
    public RandomisationTest {
        if (samples < 1) {
            throw new IllegalArgumentException(
                    "samples of the randomisation test are " + samples + "; expected 1 or more");
        }
    }

    /** {@value #DEFAULT_SAMPLES} exchanges. */
    public RandomisationTest(long seed) {
        this(DEFAULT_SAMPLES, seed);
    }

    /** The p value of the difference of two means over the same rows. */
    public double means(double[] first, double[] second) {
        return means(List.of(first, second))[0][1];
    }

    /**
     * The p values of the differences of all pairs of means over the same rows. Exchanging two systems on a row turns the
     * sign of their difference there, so that one set of random signs, applied to every system's values, serves all pairs.
     *
     * @param systems one value a row, of equal length
     * @return p of systems {@code a} and {@code b} at {@code [a][b]} and {@code [b][a]}; 1 at {@code [a][a]}
     * @throws IllegalArgumentException when there is no row, or the lengths differ
     */
    public double[][] means(List<double[]> systems) {
        RowMatrix matrix = RowMatrix.of(systems);
        double[] observed = new double[matrix.columns()];
        for (int row = 0; row < matrix.rows(); row++) {
            matrix.addRow(row, 1, observed);
        }
        double tolerance = TOLERANCE * matrix.rows() * matrix.magnitude();
        int[][] counts = new int[observed.length][observed.length];
        long[] seeds = seeds();
        IntStream.range(0, samples)
                .parallel()
                .mapToObj(sample -> signed(matrix, seeds[sample]))
                .forEach(sums -> {
                    synchronized (counts) {
                        count(observed, sums, tolerance, counts);
                    }
                });
        return shares(counts);
    }

    /**
     * The p value of the difference of any statistic.
     *
     * @param rows how many there are
     * @param difference statistic of the first system minus that of the second, after their results on the rows marked true
     *     have been exchanged; called by several threads at once, and the array is only lent
     * @throws IllegalArgumentException when there is no row
     */
    public double of(int rows, ToDoubleFunction<boolean[]> difference) {
        if (rows < 1) {
            throw new IllegalArgumentException("there is no row to exchange; expected at least one");
        }
        double observed = Math.abs(difference.applyAsDouble(new boolean[rows])) - TOLERANCE;
        long[] seeds = seeds();
        long count = IntStream.range(0, samples)
                .parallel()
                .filter(sample -> Math.abs(difference.applyAsDouble(exchanges(rows, seeds[sample]))) >= observed)
                .count();
        return share(count);
    }

    private long[] seeds() {
        return new SplittableRandom(seed).longs(samples).toArray();
    }

    private static boolean[] exchanges(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] exchanged = new boolean[rows];
        long bits = 0;
        for (int row = 0; row < rows; row++) {
            bits = (row & 63) == 0 ? random.nextLong() : bits >>> 1;
            exchanged[row] = (bits & 1) != 0;
        }
        return exchanged;
    }

    private static double[] signed(RowMatrix matrix, long seed) {
        boolean[] exchanged = exchanges(matrix.rows(), seed);
        double[] sums = new double[matrix.columns()];
        for (int row = 0; row < exchanged.length; row++) {
            matrix.addRow(row, exchanged[row] ? -1 : 1, sums);
        }
        return sums;
    }

    private static void count(double[] observed, double[] sums, double tolerance, int[][] counts) {
        for (int a = 0; a < sums.length; a++) {
            for (int b = 0; b < a; b++) {
                if (Math.abs(sums[a] - sums[b]) >= Math.abs(observed[a] - observed[b]) - tolerance) {
                    counts[a][b]++;
                }
            }
        }
    }

    private double[][] shares(int[][] counts) {
        double[][] shares = new double[counts.length][counts.length];
        for (int a = 0; a < counts.length; a++) {
            shares[a][a] = 1;
            for (int b = 0; b < a; b++) {
                shares[a][b] = share(counts[a][b]);
                shares[b][a] = shares[a][b];
            }
        }
        return shares;
    }

    private double share(long count) {
        return (1.0 + count) / (1.0 + samples);
    }
}
