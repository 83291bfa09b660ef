package dev.embeam.kernel;

/**
 * The unchecked operations behind {@link VectorKernels} and the tables. Every operation states its order of additions, and
 * every implementation keeps it: products are rounded before they are added (no fused multiply-add), so that all
 * implementations give the same bits on every machine.
 */
interface VectorOps {
    /** Which implementation this is, such as {@code scalar} or {@code simd-512}. */
    String name();

    /** The inner products of the same implementation. */
    ProductOps products();

    /** Adds the rows {@code ids[from, to)} to {@code sum[at, at + dim)}: every column in the order of the ids. */
    void addRows(FloatTable table, int[] ids, int from, int to, float[] sum, int at);

    /** The same for half-precision rows. */
    void addRows(HalfTable table, int[] ids, int from, int to, float[] sum, int at);

    /** The same for byte rows. */
    void addRows(Int8Table table, int[] ids, int from, int to, float[] sum, int at);

    /**
     * Adds {@code weights[i]} times the row {@code ids[i]} to {@code sum[0, dim)}, for every i of {@code [from, to)} in this
     * order, in double precision.
     */
    void addWeightedRows(FloatTable table, int[] ids, double[] weights, int from, int to, double[] sum);

    /** The same for half-precision rows. */
    void addWeightedRows(HalfTable table, int[] ids, double[] weights, int from, int to, double[] sum);

    /** The same for byte rows. */
    void addWeightedRows(Int8Table table, int[] ids, double[] weights, int from, int to, double[] sum);

    /**
     * The inner product, in this order: 32 partial sums (four accumulators of eight lanes), number p of the elements p, p +
     * 32, p + 64 and so on of the leading multiple of 32; folded to one by adding the upper half to the lower half five
     * times; the remaining products added one after the other to a sum of their own, and that to the first.
     */
    float dot(float[] a, int aAt, float[] b, int bAt, int length);

    /** Multiplies {@code values[at, at + length)} by a factor. */
    void scale(float[] values, int at, int length, float factor);

    /** Divides {@code values[at, at + length)} by a divisor. */
    void divide(float[] values, int at, int length, float divisor);

    /** Adds {@code factor} times {@code values[from, from + length)} to {@code sum[at, at + length)}. */
    void addScaled(float[] values, int from, float factor, float[] sum, int at, int length);

    /**
     * A step of gradient descent at one row: adds {@code factor} times {@code row[at, at + length)} to {@code
     * gradient[0, length)}, then {@code factor} times {@code hidden[0, length)} to the row. The arrays are three.
     */
    void step(float[] row, int at, float factor, float[] hidden, float[] gradient, int length);

    /** For the points {@code [from, to)} the nearest centroid, as {@link NearestCentroids} says. */
    void nearest(float[] points, int stride, int from, int to, int width, float[] centroids, byte[] codes);
}
