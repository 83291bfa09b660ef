package dev.embeam.statistic;

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

    /** The largest absolute value. */
    double magnitude() {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
