package dev.embeam.schema;

import java.util.Arrays;

/**
 * The vectors of a batch of documents: a matrix of {@code size() x dim} in row-major order. The array belongs to the
 * record. Two batches are equal when their vectors are bit by bit.
 *
 * @param keys ids, origins and kept fields
 * @param dim columns of a vector
 * @param vectors {@code float[size() * dim]}
 * @param counts what was met while encoding
 */
public record EmbeddingBatch(DocumentKeys keys, int dim, float[] vectors, EncodingCounts counts) {
    /** Checks the shape. */
    public EmbeddingBatch {
        if (vectors.length != Math.multiplyExact(keys.size(), dim)) {
            throw new IllegalArgumentException("there are " + vectors.length + " numbers, but " + keys.size()
                    + " documents of " + dim + " columns");
        }
    }

    /** Number of documents. */
    public int size() {
        return keys.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmbeddingBatch that
                && dim == that.dim
                && keys.equals(that.keys)
                && counts.equals(that.counts)
                && Arrays.equals(vectors, that.vectors);
    }

    @Override
    public int hashCode() {
        return 31 * keys.hashCode() + Arrays.hashCode(vectors);
    }

    @Override
    public String toString() {
        return "EmbeddingBatch[" + size() + " x " + dim + "]";
    }
}
