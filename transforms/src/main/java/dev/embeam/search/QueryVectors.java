package dev.embeam.search;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The vectors of all queries by one encoder: row {@code i} is that of query {@code i}. The array belongs to the object.
 * Immutable and shared between threads.
 */
public final class QueryVectors implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int queries;
    private final int dim;
    private final float[] numbers;

    /**
     * Takes vectors.
     *
     * @param numbers {@code float[queries * dim]}, row-major
     * @throws IllegalArgumentException when there is NaN or infinity among them
     */
    public QueryVectors(int queries, int dim, float[] numbers) {
        if (numbers.length != Math.multiplyExact(queries, dim)) {
            throw new IllegalArgumentException(
                    "there are " + numbers.length + " numbers, but " + queries + " queries of " + dim + " columns");
        }
        for (int i = 0; i < numbers.length; i++) {
            if (!Float.isFinite(numbers[i])) {
                throw new IllegalArgumentException("the vector of query " + i / dim + " has " + numbers[i]
                        + " in column " + i % dim + "; expected finite numbers");
            }
        }
        this.queries = queries;
        this.dim = dim;
        this.numbers = numbers;
    }

    /** Number of queries. */
    public int queries() {
        return queries;
    }

    /** Columns. */
    public int dim() {
        return dim;
    }

    /** All numbers, row-major; not to be written to. */
    float[] numbers() {
        return numbers;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QueryVectors that && dim == that.dim && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }
}
