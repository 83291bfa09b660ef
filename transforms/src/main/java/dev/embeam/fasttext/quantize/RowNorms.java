package dev.embeam.fasttext.quantize;

import dev.embeam.kernel.FloatTable;

/** Euclidean norms of rows: squares in single precision, added in double precision. */
final class RowNorms {
    private RowNorms() {}

    /**
     * One norm a row.
     *
     * @throws IllegalArgumentException if one is not a number
     */
    static float[] of(FloatTable table) {
        float[] norms = new float[table.rows()];
        float[] row = new float[table.dim()];
        for (int i = 0; i < norms.length; i++) {
            table.copyRow(i, row, 0);
            norms[i] = norm(row);
            if (Float.isNaN(norms[i])) {
                throw new IllegalArgumentException(
                        "row " + i + " of a matrix has a number that is none; expected finite numbers: train it again");
            }
        }
        return norms;
    }

    private static float norm(float[] row) {
        double sum = 0;
        for (float value : row) {
            sum += value * value;
        }
        return (float) Math.sqrt(sum);
    }
}
