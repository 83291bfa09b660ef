package dev.embeam.kernel;

/**
 * Finds for many points the nearest of at most 256 centroids: by the square of the Euclidean distance, differences squared
 * and added column after column in single precision, the first of equally near ones. Stateless; the same bits with vectors
 * or without.
 */
public final class NearestCentroids {
    /** As many as a code of one byte can tell. */
    public static final int MOST = 256;

    private NearestCentroids() {}

    /**
     * Writes {@code codes[from, to)}.
     *
     * @param points column j of point i at {@code j * stride + i}
     * @param stride from one column to the next, at least {@code to}
     * @param from first point
     * @param to behind the last point
     * @param width columns of a point
     * @param centroids centroid k at {@code [k * width, (k + 1) * width)}
     * @param codes the nearest centroid of point i at {@code i}, as an unsigned byte
     */
    public static void find(float[] points, int stride, int from, int to, int width, float[] centroids, byte[] codes) {
        long needed = (width - 1L) * stride + to;
        if (from < 0 || from > to || to > stride || width < 1 || needed > points.length || to > codes.length) {
            throw new IllegalArgumentException("points [" + from + ", " + to + ") of " + width + " columns, " + stride
                    + " apart, do not fit in " + points.length + " numbers and " + codes.length + " codes");
        }
        if (centroids.length < width || centroids.length % width != 0 || centroids.length / width > MOST) {
            throw new IllegalArgumentException(
                    centroids.length + " numbers are no 1 to " + MOST + " centroids of " + width + " columns");
        }
        VectorOpsProvider.OPS.nearest(points, stride, from, to, width, centroids, codes);
    }
}
