package dev.embeam.fasttext;

import dev.embeam.kernel.FloatTable;

/** A matrix of single-precision numbers; may hold more of them than one array can. */
public record DenseMatrix(FloatTable table) implements Matrix {
    @Override
    public int rows() {
        return table.rows();
    }

    @Override
    public int columns() {
        return table.dim();
    }

    @Override
    public void addRows(int[] rows, int from, int to, float[] sum, int at) {
        table.addRows(rows, from, to, sum, at);
    }

    @Override
    public float dot(int row, float[] vector) {
        return table.sequentialDot(row, vector);
    }

    @Override
    public float[] row(int row) {
        float[] numbers = new float[columns()];
        table.copyRow(row, numbers, 0);
        return numbers;
    }

    @Override
    public long bytes() {
        return table.bytes();
    }
}
