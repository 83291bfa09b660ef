package dev.embeam.kernel;

/**
 * Exact inner products of blocks of rows with panels of queries, checked: a block that leaves its array is an {@link
 * IllegalArgumentException} that names both numbers. Stateless, allocates nothing.
 *
 * <p>An inner product is one accumulator from 0, to which the columns are added in their order by fused multiply-add: {@code
 * sum = fma(row[j], query[j], sum)}. So it gives the same bits on every machine and wherever in a block it is computed, and
 * the sum after the first {@code w} columns is the inner product of the vectors cut to {@code w} columns: one pass gives
 * the products of all widths. {@link #dot} is the same for one pair.
 */
public final class ProductKernels {
    private ProductKernels() {}

    /**
     * Continues the products of a block of rows and a panel of queries.
     *
     * @param rows row-major, {@code count * dim} numbers from {@code at}
     * @param from first column to add, end {@code to} exclusive
     * @param products {@code float[count * QueryPanels.WIDTH]} at least: the sums over the columns before {@code from},
     *     which are 0 where {@code from} is 0; row after row, a query after the other
     */
    public static void addProducts(
            float[] rows,
            int at,
            int count,
            int dim,
            int from,
            int to,
            QueryPanels queries,
            int panel,
            float[] products) {
        check(rows.length - at, (long) count * dim, "numbers of rows");
        check(products.length, (long) count * QueryPanels.WIDTH, "products");
        if (at < 0 || from < 0 || to < from || to > Math.min(dim, queries.dim())) {
            throw new IllegalArgumentException("columns " + from + " to " + to + " from " + at
                    + " are not among those of " + dim + " columns of rows and " + queries.dim() + " of queries");
        }
        VectorOpsProvider.PRODUCTS.addProducts(rows, at, count, dim, from, to, queries.panel(panel), products);
    }

    /**
     * Lists, in their order, the places {@code i} of a block's products with {@code (product * rowFactors[row]) *
     * queryFactors[lane] >= limits[lane]}, where {@code row = i / QueryPanels.WIDTH} and {@code lane} is the rest; NaN
     * reaches no limit.
     *
     * @param selected room for all products of the block
     * @return how many were listed
     */
    public static int selectScaled(
            float[] products, int count, float[] rowFactors, float[] queryFactors, float[] limits, int[] selected) {
        checkBlock(products, count, rowFactors, queryFactors, limits, selected);
        return VectorOpsProvider.PRODUCTS.selectScaled(products, count, rowFactors, queryFactors, limits, selected);
    }

    /** The same with {@code fma(rowSlopes[row], querySlopes[lane], product) + rowShifts[row] >= limits[lane]}. */
    public static int selectShifted(
            float[] products,
            int count,
            float[] rowSlopes,
            float[] rowShifts,
            float[] querySlopes,
            float[] limits,
            int[] selected) {
        checkBlock(products, count, rowSlopes, querySlopes, limits, selected);
        check(rowShifts.length, count, "shifts of rows");
        return VectorOpsProvider.PRODUCTS.selectShifted(
                products, count, rowSlopes, rowShifts, querySlopes, limits, selected);
    }

    /** The inner product of one pair, continued from {@code start}: the same bits as {@link #addProducts}. */
    public static float dot(float start, float[] a, int aAt, float[] b, int bAt, int length) {
        check(a.length - aAt, length, "numbers");
        check(b.length - bAt, length, "numbers");
        float sum = start;
        for (int i = 0; i < length; i++) {
            sum = Math.fma(a[aAt + i], b[bAt + i], sum);
        }
        return sum;
    }

    private static void checkBlock(
            float[] products, int count, float[] ofRows, float[] ofQueries, float[] limits, int[] selected) {
        check(products.length, (long) count * QueryPanels.WIDTH, "products");
        check(selected.length, (long) count * QueryPanels.WIDTH, "places for what is selected");
        check(ofRows.length, count, "factors of rows");
        check(ofQueries.length, QueryPanels.WIDTH, "factors of queries");
        check(limits.length, QueryPanels.WIDTH, "limits");
    }

    private static void check(int actual, long needed, String what) {
        if (actual < needed) {
            throw new IllegalArgumentException("there are " + actual + " " + what + "; expected at least " + needed);
        }
    }
}
