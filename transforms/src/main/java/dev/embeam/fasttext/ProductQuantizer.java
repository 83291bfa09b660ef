package dev.embeam.fasttext;

/**
 * Codebooks of a product quantiser: a vector is cut into parts of {@code part} columns, the last one maybe shorter, and each
 * is one of 256 centroids. Immutable, shared between threads; the arrays belong to it.
 *
 * @param dim columns of a vector
 * @param part columns of a part, {@code dsub} in fastText
 * @param centroids {@code 256 * dim} numbers: the centroids of one part after those of another, each with the columns of its
 *     part
 */
public record ProductQuantizer(int dim, int part, float[] centroids) {
    /** Centroids of a part. */
    public static final int CENTROIDS = 256;

    /** Checks the shape. */
    public ProductQuantizer {
        if (dim < 1 || part < 1 || centroids.length != CENTROIDS * dim) {
            throw new IllegalArgumentException("a quantiser of " + dim + " columns in parts of " + part + " has "
                    + centroids.length + " numbers; expected " + CENTROIDS + " a column");
        }
    }

    /** Parts of a vector, {@code nsubq} in fastText. */
    public int parts() {
        return (dim + part - 1) / part;
    }

    /** Columns of a part: {@code part}, or fewer for the last. */
    public int columns(int ofPart) {
        return Math.min(part, dim - ofPart * part);
    }

    /** Where a centroid starts in {@link #centroids}. */
    public int start(int ofPart, int centroid) {
        return ofPart * CENTROIDS * part + centroid * columns(ofPart);
    }

    /** Adds {@code factor} times the vector of {@code codes[from, from + parts())} to {@code sum[at, at + dim)}. */
    void add(byte[] codes, int from, float factor, float[] sum, int at) {
        int parts = parts();
        for (int i = 0; i < parts; i++) {
            int start = start(i, codes[from + i] & 0xFF);
            int columns = columns(i);
            int column = at + i * part;
            for (int j = 0; j < columns; j++) {
                sum[column + j] += factor * centroids[start + j];
            }
        }
    }

    /** The inner product of a vector and that of some codes, added one after the other. */
    float dot(byte[] codes, int from, float[] vector) {
        float sum = 0;
        int parts = parts();
        for (int i = 0; i < parts; i++) {
            int start = start(i, codes[from + i] & 0xFF);
            int columns = columns(i);
            for (int j = 0; j < columns; j++) {
                sum += vector[i * part + j] * centroids[start + j];
            }
        }
        return sum;
    }
}
