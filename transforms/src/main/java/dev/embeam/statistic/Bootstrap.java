package dev.embeam.statistic;

import dev.embeam.schema.Interval;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * 95 % percentile intervals by resampling rows with replacement (Efron 1979). Every sample has a generator of its own, so
 * that equal seeds give equal intervals on any number of threads; all columns of one call meet the same samples.
 *
 * @param samples how many times the rows are drawn anew
 * @param seed of the draws
 */
public record Bootstrap(int samples, long seed) {
    /** Samples where nothing else is said, enough for the third digit of an interval's ends. */
    public static final int DEFAULT_SAMPLES = 10_000;

    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    /** Checks the number of samples. */
    public Bootstrap {
        if (samples < 1) {
            throw new IllegalArgumentException("bootstrap samples are " + samples + "; expected 1 or more");
        }
    }

    /** {@value #DEFAULT_SAMPLES} samples. */
    public Bootstrap(long seed) {
        this(DEFAULT_SAMPLES, seed);
    }

    /**
     * The interval of the mean of one value a row.
     *
     * @throws IllegalArgumentException when there is no row
     */
    public Interval mean(double... values) {
        return means(List.of(values)).get(0);
    }

    /**
     * The intervals of the means of several columns over the same rows, by the same samples.
     *
     * @param columns of equal length, one value a row
     * @return one a column
     * @throws IllegalArgumentException when there is no row, or the lengths differ
     */
    public List<Interval> means(List<double[]> columns) {
        if (columns.isEmpty()) {
            return List.of();
        }
        // Measures often agree on every row, such as those of queries with one relevant document: equal columns count
        // once.
        Map<DoubleBuffer, Integer> places = new LinkedHashMap<>();
        columns.forEach(column -> places.putIfAbsent(DoubleBuffer.wrap(column), places.size()));
        List<double[]> distinct =
                places.keySet().stream().map(DoubleBuffer::array).toList();
        List<Interval> intervals = intervals(RowMatrix.of(distinct));
        return columns.stream()
                .map(column -> intervals.get(places.getOrDefault(DoubleBuffer.wrap(column), 0)))
                .toList();
    }

    private List<Interval> intervals(RowMatrix matrix) {
        long[] seeds = seeds();
        double[][] means = new double[matrix.columns()][samples];
        IntStream.range(0, samples).parallel().forEach(sample -> resample(matrix, seeds[sample], sample, means));
        return Arrays.stream(means).parallel().map(Bootstrap::interval).toList();
    }

    /**
     * The interval of any statistic of rows.
     *
     * @param rows how many there are
     * @param statistic of the rows whose indexes it is given: as many as there are rows, ascending, some repeated, some
     *     missing; called by several threads at once, and the array is only lent. A sample whose statistic is NaN (a
     *     correlation of equal values) is left out
     * @throws IllegalArgumentException when there is no row, or no sample has a statistic
     */
    public Interval of(int rows, ToDoubleFunction<int[]> statistic) {
        if (rows < 1) {
            throw new IllegalArgumentException("there is no row to resample; expected at least one");
        }
        long[] seeds = seeds();
        return interval(IntStream.range(0, samples)
                .parallel()
                .mapToDouble(sample -> statistic.applyAsDouble(indexes(counts(rows, seeds[sample]))))
                .filter(value -> !Double.isNaN(value))
                .toArray());
    }

    private long[] seeds() {
        return new SplittableRandom(seed).longs(samples).toArray();
    }

    /** How often each row was drawn. Going through rows in their order, not in that of the draws, reads memory in a line. */
    private static int[] counts(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] counts = new int[rows];
        for (int draw = 0; draw < rows; draw++) {
            counts[random.nextInt(rows)]++;
        }
        return counts;
    }

    private static int[] indexes(int[] counts) {
        int[] indexes = new int[counts.length];
        int size = 0;
        for (int row = 0; row < counts.length; row++) {
            Arrays.fill(indexes, size, size + counts[row], row);
            size += counts[row];
        }
        return indexes;
    }

    /** Puts the means of a sample to their columns. */
    private static void resample(RowMatrix matrix, long seed, int sample, double[][] means) {
        double[] sums = new double[matrix.columns()];
        matrix.addRows(counts(matrix.rows(), seed), sums);
        for (int column = 0; column < sums.length; column++) {
            means[column][sample] = sums[column] / matrix.rows();
        }
    }

    private static Interval interval(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no sample of the rows has a statistic; expected rows that differ");
        }
        Arrays.sort(values);
        return new Interval(quantile(values, LOW), quantile(values, HIGH));
    }

    /** Linear between the two nearest values, as NumPy does. */
    private static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
