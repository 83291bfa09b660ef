package dev.embeam.search;

/**
 * Turns inner products at one width into the scores of one similarity: for a chunk of rows at a time, whose own quantities
 * {@link #prepare} computes. Not thread-safe.
 */
interface Scorer {
    /** Looks at the rows of a chunk: {@code count} vectors of {@code dim} columns that start at {@code at}. */
    void prepare(float[] rows, int at, int count, int dim);

    /** Lists the products of the first {@code count} rows and a panel of queries that may reach the limits. */
    int select(float[] products, int count, int panel, float[] limits, int[] selected);

    /** The score of a row and a query whose inner product is given. */
    float score(int row, int query, float product);

    /** The limit for {@link #select} that no document misses whose score is at least {@code threshold}. */
    float limit(int query, float threshold);
}
