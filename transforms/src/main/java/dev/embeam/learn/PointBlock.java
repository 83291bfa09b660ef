package dev.embeam.learn;

import java.util.Arrays;

/**
 * Some points in double precision, by rows and by columns, and the two products of a linear model with them. Inner loops
 * run over one array from its start, four terms at once, which the compiler turns into vector instructions; the order of
 * additions does not depend on it.
 */
final class PointBlock {
    /** Most points of a block: with their columns they fit a core's second cache at ordinary widths. */
    static final int MAX_ROWS = 128;

    private final double[][] rows;
    private final double[][] columns;
    private int count;

    PointBlock(int dim) {
        rows = new double[MAX_ROWS][dim];
        columns = new double[dim][MAX_ROWS];
    }

    /** Number of points. */
    int count() {
        return count;
    }

    /** Takes {@link #MAX_ROWS} points from {@code from} on, or as many as there are. */
    void load(Points points, int from) {
        count = Math.min(MAX_ROWS, points.rows() - from);
        for (int r = 0; r < count; r++) {
            int start = points.start(from + r);
            double[] row = rows[r];
            for (int d = 0; d < row.length; d++) {
                row[d] = points.values()[start + d];
            }
        }
        for (int d = 0; d < columns.length; d++) {
            double[] column = columns[d];
            for (int r = 0; r < count; r++) {
                column[r] = rows[r][d];
            }
        }
    }

    /** Sets {@code scores[c][r]} to the product of point r with {@code weights[c]}, plus {@code intercepts[c]}. */
    void score(double[][] weights, double[] intercepts, double[][] scores) {
        for (int c = 0; c < weights.length; c++) {
            Arrays.fill(scores[c], 0, count, intercepts[c]);
        }
        multiply(weights, columns, columns.length, count, scores);
    }

    /** Adds the points, each times its {@code factors[c][r]}, to {@code sums[c]}. */
    void addWeighted(double[][] factors, double[][] sums) {
        multiply(factors, rows, count, columns.length, sums);
    }

    /** {@code targets[c][i] += sum over t of factors[c][t] * sources[t][i]}; four sources at a time for all targets. */
    private static void multiply(double[][] factors, double[][] sources, int terms, int length, double[][] targets) {
        int fours = terms & ~3;
        for (int t = 0; t < fours; t += 4) {
            for (int c = 0; c < targets.length; c++) {
                addFour(targets[c], factors[c], sources, t, length);
            }
        }
        for (int t = fours; t < terms; t++) {
            for (int c = 0; c < targets.length; c++) {
                addOne(targets[c], factors[c][t], sources[t], length);
            }
        }
    }

    private static void addFour(double[] target, double[] factors, double[][] sources, int t, int length) {
        double[] source0 = sources[t];
        double[] source1 = sources[t + 1];
        double[] source2 = sources[t + 2];
        double[] source3 = sources[t + 3];
        double factor0 = factors[t];
        double factor1 = factors[t + 1];
        double factor2 = factors[t + 2];
        double factor3 = factors[t + 3];
        for (int i = 0; i < length; i++) {
            target[i] += (factor0 * source0[i] + factor1 * source1[i]) + (factor2 * source2[i] + factor3 * source3[i]);
        }
    }

    private static void addOne(double[] target, double factor, double[] source, int length) {
        for (int i = 0; i < length; i++) {
            target[i] += factor * source[i];
        }
    }
}
