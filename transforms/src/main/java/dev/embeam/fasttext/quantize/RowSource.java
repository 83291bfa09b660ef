package dev.embeam.fasttext.quantize;

import dev.embeam.kernel.FloatTable;
import java.util.Optional;

/**
 * The numbers to quantise: rows as they are, or each divided by its norm.
 *
 * @param table rows
 * @param norms one a row, or nothing; a row whose norm is 0 stays as it is
 */
record RowSource(FloatTable table, Optional<float[]> norms) {
    int rows() {
        return table.rows();
    }

    int dim() {
        return table.dim();
    }

    /**
     * Copies {@code width} columns from {@code column} on of the rows {@code order[from, from + count)}: column j of row i to
     * {@code out[j * count + i]}.
     */
    void copy(int[] order, int from, int count, int column, int width, float[] out) {
        for (int i = 0; i < count; i++) {
            int row = order[from + i];
            float norm = norms.isPresent() ? norms.get()[row] : 1;
            float divisor = norm == 0 ? 1 : norm;
            for (int j = 0; j < width; j++) {
                out[j * count + i] = table.number(row, column + j) / divisor;
            }
        }
    }
}
