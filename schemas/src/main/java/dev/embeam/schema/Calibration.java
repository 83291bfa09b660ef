package dev.embeam.schema;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The smallest and the largest number of every column of a collection of vectors: what int8 needs to cut a column into 256
 * steps. The union of two is exact and does not depend on the order, so the calibration of a collection is the same
 * however it was split. The arrays belong to the record.
 *
 * @param min {@code float[dim]}, the smallest number of each column
 * @param max {@code float[dim]}, the largest
 */
public record Calibration(float[] min, float[] max) implements Serializable {
    /** No calibration: of no vectors at all. */
    public static final Calibration NONE = new Calibration(new float[0], new float[0]);

    /** Checks that every column has finite bounds in order. */
    public Calibration {
        if (min.length != max.length) {
            throw new IllegalArgumentException(
                    "calibration has " + min.length + " minima, but " + max.length + " maxima");
        }
        for (int i = 0; i < min.length; i++) {
            if (!(min[i] <= max[i]) || Float.isInfinite(max[i]) || Float.isInfinite(min[i])) {
                throw new IllegalArgumentException("calibration of column " + i + " goes from " + min[i] + " to "
                        + max[i] + "; expected finite numbers, the smaller one first");
            }
        }
    }

    /** Columns, or 0 when there is no calibration. */
    public int dim() {
        return min.length;
    }

    /** The calibration of both collections together. */
    public Calibration union(Calibration other) {
        if (dim() == 0 || other.dim() == 0) {
            return dim() == 0 ? other : this;
        }
        if (dim() != other.dim()) {
            throw new IllegalArgumentException("calibrations have " + dim() + " and " + other.dim() + " columns");
        }
        float[] low = min.clone();
        float[] high = max.clone();
        for (int i = 0; i < low.length; i++) {
            low[i] = Math.min(low[i], other.min[i]);
            high[i] = Math.max(high[i], other.max[i]);
        }
        return new Calibration(low, high);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Calibration that && Arrays.equals(min, that.min) && Arrays.equals(max, that.max);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(min) + Arrays.hashCode(max);
    }

    @Override
    public String toString() {
        return "Calibration[" + dim() + " columns]";
    }
}
