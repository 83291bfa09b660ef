package dev.embeam.kernel;

/**
 * The unchecked operations behind {@link ProductKernels}. Every implementation gives the same bits: an inner product is one
 * accumulator, to which the columns are added in their order by fused multiply-add (one rounding a column), wherever in a
 * tile or a vector it is computed.
 */
interface ProductOps {
    /** Continues the inner products of {@code rows} rows and the queries of a panel over the columns {@code [from, to)}. */
    void addProducts(float[] rows, int at, int count, int dim, int from, int to, float[] panel, float[] products);

    /** Lists the products that, times the factor of their row, times that of their query, reach the limit of the query. */
    int selectScaled(
            float[] products, int count, float[] rowFactors, float[] queryFactors, float[] limits, int[] selected);

    /** Lists the products that, plus row slope times query slope, plus the shift of their row, reach the query's limit. */
    int selectShifted(
            float[] products,
            int count,
            float[] rowSlopes,
            float[] rowShifts,
            float[] querySlopes,
            float[] limits,
            int[] selected);
}
