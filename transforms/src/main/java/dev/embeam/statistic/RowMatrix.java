package dev.embeam.statistic;

import java.util.Arrays;
import java.util.List;

/**
 * Several columns of values over the same rows, held row by row: adding a weighted row to the sums of all columns is then one
 * run through memory.
 *
 * @param rows number of rows, at least one
 * @param columns number of columns
 * @param values value of column {@code c} in row {@code r} at {@code r * columns + c}
 */
record RowMatrix(int rows, int columns, double[] values) {
    static RowMatrix of(List<double[]> columns) {
        int rows = columns.get(0).length;
        if (rows == 0) {
            throw new IllegalArgumentException("there is no row to resample; expected at least one");
        }
        double[] values = new double[Math.multiplyExact(rows, columns.size())];
        for (int c = 0; c < columns.size(); c++) {
            double[] column = columns.get(c);
            if (column.length != rows) {
                throw new IllegalArgumentException(
                        "column " + c + " has " + column.length + " rows; expected " + rows + " as in column 0");
            }
            for (int r = 0; r < rows; r++) {
                values[r * columns.size() + c] = column[r];
            }
        }
        return new RowMatrix(rows, columns.size(), values);
    }

    /** Adds {@code weight} times row {@code row} to {@code sums}. */
    void addRow(int row, double weight, double[] sums) {
        int offset = row * columns;
        for (int column = 0; column < columns; column++) {
            sums[column] += weight * values[offset + column];
        }
    }

    /**
     * Adds every row as often as a sample drew it, four rows in one run over the sums; each sum is made in the order of the
     * rows.
     *
     * @param counts by row
     */
    void addRows(int[] counts, double[] sums) {
        int[] drawn = drawn(counts);
        int i = 0;
        for (; i + 4 <= drawn.length; i += 4) {
            addRows(drawn[i], drawn[i + 1], drawn[i + 2], drawn[i + 3], counts, sums);
        }
        for (; i < drawn.length; i++) {
            addRow(drawn[i], counts[drawn[i]], sums);
        }
    }

    private void addRows(int row0, int row1, int row2, int row3, int[] counts, double[] sums) {
        double weight0 = counts[row0];
        double weight1 = counts[row1];
        double weight2 = counts[row2];
        double weight3 = counts[row3];
        int offset0 = row0 * columns;
        int offset1 = row1 * columns;
        int offset2 = row2 * columns;
        int offset3 = row3 * columns;
        for (int column = 0; column < columns; column++) {
            sums[column] = sums[column]
                    + weight0 * values[offset0 + column]
                    + weight1 * values[offset1 + column]
                    + weight2 * values[offset2 + column]
                    + weight3 * values[offset3 + column];
        }
    }

    private static int[] drawn(int[] counts) {
        int[] drawn = new int[counts.length];
        int size = 0;
        for (int row = 0; row < counts.length; row++) {
            drawn[size] = row;
            size += counts[row] > 0 ? 1 : 0;
        }
        return Arrays.copyOf(drawn, size);
    }

    /** The largest absolute value. */
    double magnitude() {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
