package dev.embeam.search;

import dev.embeam.schema.Calibration;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/**
 * One of the encoders whose vectors are searched.
 *
 * @param dim columns of its vectors
 * @param dims the widths that vectors are cut to, each between 1 and {@code dim}
 * @param calibration ranges of its documents' columns for int8; {@link Calibration#NONE} where int8 is not asked for, or
 *     they are still to be found
 */
public record SearchVariant(int dim, List<Integer> dims, Calibration calibration) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Checks the widths. */
    public SearchVariant {
        dims = List.copyOf(dims);
        if (dims.isEmpty() || new HashSet<>(dims).size() < dims.size()) {
            throw new IllegalArgumentException("dims are " + dims + "; expected at least one, each once");
        }
        for (int width : dims) {
            if (width < 1 || width > dim) {
                throw new IllegalArgumentException(
                        "dims has " + width + "; expected 1 to " + dim + ", the columns of the vectors");
            }
        }
    }

    /** The same with these ranges. */
    public SearchVariant withCalibration(Calibration newCalibration) {
        return new SearchVariant(dim, dims, newCalibration);
    }

    /** Vectors of {@code dim} columns, searched whole. */
    public static SearchVariant of(int dim) {
        return new SearchVariant(dim, List.of(dim), Calibration.NONE);
    }
}
