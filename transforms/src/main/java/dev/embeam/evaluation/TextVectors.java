package dev.embeam.evaluation;

import java.util.Arrays;

/**
 * The vectors of a list of texts. The array belongs to the record.
 *
 * @param rows how many there are
 * @param dim columns of each
 * @param values {@code float[rows * dim]} in row-major order
 */
public record TextVectors(int rows, int dim, float[] values) {
    /** Checks the shape. */
    public TextVectors {
        if (values.length != Math.multiplyExact(rows, dim)) {
            throw new IllegalArgumentException(
                    "there are " + values.length + " numbers for " + rows + " vectors of " + dim + " columns");
        }
    }

    /** The leading columns of some rows, as they are: a prefix is not brought to length one again. */
    TextVectors cut(int fromRow, int toRow, int width) {
        if (width == dim) {
            return new TextVectors(toRow - fromRow, dim, Arrays.copyOfRange(values, fromRow * dim, toRow * dim));
        }
        float[] prefixes = new float[Math.multiplyExact(toRow - fromRow, width)];
        for (int row = fromRow; row < toRow; row++) {
            System.arraycopy(values, row * dim, prefixes, (row - fromRow) * width, width);
        }
        return new TextVectors(toRow - fromRow, width, prefixes);
    }

    /** The first row with a number that is not finite, or -1. */
    int firstBroken() {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                return i / dim;
            }
        }
        return -1;
    }

    /** Whether the leading columns of a row are all zero. */
    boolean isZero(int row, int width) {
        for (int i = row * dim; i < row * dim + width; i++) {
            if (values[i] != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextVectors that && dim == that.dim && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "TextVectors[" + rows + " x " + dim + "]";
    }
}
