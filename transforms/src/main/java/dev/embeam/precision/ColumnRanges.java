package dev.embeam.precision;

import dev.embeam.kernel.Quantization;
import dev.embeam.kernel.VectorKernels;
import dev.embeam.schema.Calibration;
import java.util.Arrays;

/**
 * Finds the smallest and the largest number of every column of the vectors it is shown, exactly and whatever their order.
 * Vectors with NaN or infinity in them have no part in it. Not thread-safe.
 */
public final class ColumnRanges {
    private final int dim;
    private final float[] min;
    private final float[] max;
    private boolean empty = true;

    /** Of no vectors of {@code dim} columns. */
    public ColumnRanges(int dim) {
        this.dim = dim;
        min = new float[dim];
        max = new float[dim];
        Arrays.fill(min, Float.POSITIVE_INFINITY);
        Arrays.fill(max, Float.NEGATIVE_INFINITY);
    }

    /** Columns. */
    public int dim() {
        return dim;
    }

    /** Takes the first {@code rows} rows of a row-major matrix. */
    public void add(float[] vectors, int rows) {
        if (areFinite(vectors, 0, rows)) {
            Quantization.widen(vectors, rows, min, max);
            empty &= rows == 0;
            return;
        }
        for (int row = 0; row < rows; row++) {
            if (areFinite(vectors, row, row + 1)) {
                Quantization.widen(Arrays.copyOfRange(vectors, row * dim, (row + 1) * dim), 1, min, max);
                empty = false;
            }
        }
    }

    private boolean areFinite(float[] vectors, int from, int to) {
        // A sum of squares that is finite has finite terms; one that is not may only be too large.
        if (Float.isFinite(VectorKernels.squaredNorm(vectors, from * dim, (to - from) * dim))) {
            return true;
        }
        for (int i = from * dim; i < to * dim; i++) {
            if (!Float.isFinite(vectors[i])) {
                return false;
            }
        }
        return true;
    }

    /** The ranges so far; {@link Calibration#NONE} where there was no finite vector. */
    public Calibration calibration() {
        return empty ? Calibration.NONE : new Calibration(min.clone(), max.clone());
    }
}
