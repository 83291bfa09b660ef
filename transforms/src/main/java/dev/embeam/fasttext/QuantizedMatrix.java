package dev.embeam.fasttext;

import java.util.Optional;

/**
 * A matrix of codes of a {@link ProductQuantizer}, with or without a quantised norm for every row. The arrays belong to it.
 *
 * @param rows number of rows
 * @param codes row after row, one byte a part
 * @param quantizer what the codes stand for
 * @param norms the rows' norms, or nothing where rows are quantised as they are
 */
public record QuantizedMatrix(int rows, byte[] codes, ProductQuantizer quantizer, Optional<Norms> norms)
        implements Matrix {
    /** Checks the shape. */
    public QuantizedMatrix {
        if (codes.length != (long) rows * quantizer.parts()) {
            throw new IllegalArgumentException(
                    codes.length + " codes; expected " + quantizer.parts() + " for each of " + rows + " rows");
        }
    }

    @Override
    public int columns() {
        return quantizer.dim();
    }

    @Override
    public void addRows(int[] ids, int from, int to, float[] sum, int at) {
        for (int i = from; i < to; i++) {
            quantizer.add(codes, ids[i] * quantizer.parts(), norm(ids[i]), sum, at);
        }
    }

    @Override
    public float dot(int row, float[] vector) {
        return quantizer.dot(codes, row * quantizer.parts(), vector) * norm(row);
    }

    private float norm(int row) {
        return norms.isPresent() ? norms.get().norm(row) : 1;
    }

    @Override
    public long bytes() {
        long ofNorms = norms.isPresent() ? rows + (long) Float.BYTES * ProductQuantizer.CENTROIDS : 0;
        return codes.length + (long) Float.BYTES * quantizer.centroids().length + ofNorms;
    }

    /**
     * Norms of rows, quantised.
     *
     * @param codes one byte a row
     * @param quantizer of one column
     */
    public record Norms(byte[] codes, ProductQuantizer quantizer) {
        float norm(int row) {
            return quantizer.centroids()[codes[row] & 0xFF];
        }
    }
}
