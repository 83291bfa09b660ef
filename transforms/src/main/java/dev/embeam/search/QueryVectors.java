package dev.embeam.search;

import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.VariantBatch;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The vectors of all queries by one encoder: row {@code i} is that of query {@code i}. The array belongs to the object.
 * Immutable and shared between threads.
 */
public final class QueryVectors {
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

    /**
     * Gathers the vectors of one encoder from batches in any order, whose ids are the queries' indexes in decimal digits.
     *
     * @throws IllegalArgumentException when a query is missing, there twice or unknown, or has another width
     */
    public static QueryVectors gather(Iterable<VariantBatch> batches, int variant, int queries, int dim) {
        float[] numbers = new float[Math.multiplyExact(queries, dim)];
        BitSet seen = new BitSet();
        for (VariantBatch batch : batches) {
            if (batch.variant() == variant) {
                copy(batch.batch(), queries, dim, numbers, seen);
            }
        }
        if (seen.cardinality() < queries) {
            throw new IllegalArgumentException("query " + seen.nextClearBit(0) + " of " + queries
                    + " has no vector of variant " + variant + "; expected one for each");
        }
        return new QueryVectors(queries, dim, numbers);
    }

    private static void copy(EmbeddingBatch batch, int queries, int dim, float[] numbers, BitSet seen) {
        if (batch.dim() != dim) {
            throw new IllegalArgumentException("vectors of queries have " + batch.dim() + " columns; expected " + dim);
        }
        for (int row = 0; row < batch.size(); row++) {
            String id = batch.keys().ids().get(row);
            int query = Integer.parseInt(id);
            if (query < 0 || query >= queries || seen.get(query)) {
                throw new IllegalArgumentException("a vector is that of query " + id + "; expected an index below "
                        + queries + " that occurs once");
            }
            seen.set(query);
            System.arraycopy(batch.vectors(), row * dim, numbers, query * dim, dim);
        }
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
