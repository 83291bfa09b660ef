package dev.embeam.search;

import dev.embeam.kernel.ProductKernels;
import dev.embeam.kernel.QueryPanels;
import dev.embeam.kernel.VectorKernels;

/**
 * {@link Similarity#EUCLIDEAN}. The inner product only says which documents may be near enough: a distance of at most r
 * means {@code q.d >= (|q|^2 + |d|^2 - r^2) / 2}. The score of those that pass is computed from the differences, so that
 * rounding of the large terms does not drown small distances.
 *
 * <p>No document is missed, because every error is bounded and added to what passes. With u = 2^-24 and n columns: the
 * product errs by at most {@code g |q| |d|}, g = nu / (1 - nu) (Higham 2002, section 3.1; a fused step rounds once); the
 * squared norms, summed in floats, by g times themselves; the three steps of the filter each by u times sums that are at
 * most {@code |q| |d| + |d|^2 / 2}. Twice (n + 8)u, {@link #margin}, is more than all of these together.
 */
final class EuclideanScorer implements Scorer {
    private static final double OFFSET = 1e-4;
    private static final double BEST = 100;
    /** A score of float precision, its quotient and a distance in double lie within this factor of each other. */
    private static final double SCORE_MARGIN = 1 + 0x1p-21;

    private final QueryVectors queries;
    private final int width;
    private final double margin;
    private final float[][] querySlopes;
    private final double[] squaredNorms;
    private final float[] rowSlopes;
    private final float[] rowShifts;
    private float[] rows = new float[0];
    private int at;
    private int dim;

    EuclideanScorer(QueryVectors queries, int width, int chunk) {
        this.queries = queries;
        this.width = width;
        margin = (width + 8) * 0x1p-23;
        querySlopes = new float[Panels.count(queries.queries())][QueryPanels.WIDTH];
        squaredNorms = new double[queries.queries()];
        for (int query = 0; query < squaredNorms.length; query++) {
            squaredNorms[query] = VectorKernels.squaredNorm(queries.numbers(), query * queries.dim(), width);
            querySlopes[Panels.of(query)][Panels.lane(query)] = above(Math.sqrt(squaredNorms[query]));
        }
        rowSlopes = new float[chunk];
        rowShifts = new float[chunk];
    }

    @Override
    public void prepare(float[] chunk, int from, int count, int columns) {
        rows = chunk;
        at = from;
        dim = columns;
        for (int row = 0; row < count; row++) {
            double squaredNorm = VectorKernels.squaredNorm(chunk, from + row * columns, width);
            rowSlopes[row] = above(margin * Math.sqrt(squaredNorm));
            rowShifts[row] = above(-squaredNorm / 2 * (1 - margin));
        }
    }

    @Override
    public int select(float[] products, int count, int panel, float[] limits, int[] selected) {
        return ProductKernels.selectShifted(
                products, count, rowSlopes, rowShifts, querySlopes[panel], limits, selected);
    }

    @Override
    public float score(int row, int query, float product) {
        int rowAt = at + row * dim;
        int queryAt = query * queries.dim();
        double sum = 0;
        for (int i = 0; i < width; i++) {
            double difference = (double) rows[rowAt + i] - queries.numbers()[queryAt + i];
            sum += difference * difference;
        }
        return (float) (BEST / (Math.sqrt(sum) + OFFSET));
    }

    @Override
    public float limit(int query, float threshold) {
        if (threshold <= 0) {
            return Float.NEGATIVE_INFINITY;
        }
        double radius = Math.max(0, BEST / threshold * SCORE_MARGIN - OFFSET) * SCORE_MARGIN;
        return below((squaredNorms[query] * (1 - margin) - radius * radius) / 2);
    }

    /** A float that is no less. */
    private static float above(double value) {
        return Math.nextUp((float) value);
    }

    /** A float that is no more. */
    private static float below(double value) {
        return Math.nextDown((float) value);
    }
}
