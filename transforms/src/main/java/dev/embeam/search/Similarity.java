package dev.embeam.search;

/**
 * How near a query and a document are, higher is nearer. All come from the same inner product, which is that of {@link
 * dev.embeam.kernel.ProductKernels} and a float.
 *
 * <p>A vector cut to fewer columns has the norm of what is left of it.
 */
public enum Similarity {
    /**
     * The inner product times the inverse norm of the document, times that of the query, each step rounded to float. An
     * inverse norm is {@code (float) (1 / max(sqrt(n), 1e-12))} with the square root and the division in double and the
     * squared norm n of {@link dev.embeam.kernel.VectorKernels#squaredNorm}. A zero vector scores 0.
     */
    COSINE("cosine_similarity"),
    /** The inner product. */
    DOT("dot_score"),
    /**
     * {@code (float) (100 / (L2 + 1e-4))} with the Euclidean distance L2 in double, of the differences of the numbers: sums
     * of squares in the order of the columns.
     */
    EUCLIDEAN("euclidean_distance");

    private final String label;

    Similarity(String label) {
        this.label = label;
    }

    /** The name JMTEB gives it. */
    public String label() {
        return label;
    }

    /** The similarity of this name. */
    public static Similarity of(String label) {
        for (Similarity similarity : values()) {
            if (similarity.label.equals(label)) {
                return similarity;
            }
        }
        throw new IllegalArgumentException(
                "similarity is \"" + label + "\"; expected cosine_similarity, dot_score or euclidean_distance");
    }
}
