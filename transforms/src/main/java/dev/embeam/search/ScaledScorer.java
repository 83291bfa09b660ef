package dev.embeam.search;

import dev.embeam.kernel.ProductKernels;
import dev.embeam.kernel.QueryPanels;
import dev.embeam.kernel.VectorKernels;
import java.util.Arrays;

/** {@link Similarity#COSINE}, and {@link Similarity#DOT} as the same with factors of 1, which are exact. */
final class ScaledScorer implements Scorer {
    private final boolean scales;
    private final int width;
    private final float[][] queryFactors;
    private final float[] rowFactors;

    ScaledScorer(boolean scales, QueryVectors queries, int width, int chunk) {
        this.scales = scales;
        this.width = width;
        queryFactors = new float[Panels.count(queries.queries())][QueryPanels.WIDTH];
        for (int query = 0; query < queries.queries(); query++) {
            queryFactors[Panels.of(query)][Panels.lane(query)] = factor(queries.numbers(), query * queries.dim());
        }
        rowFactors = new float[chunk];
        Arrays.fill(rowFactors, 1);
    }

    private float factor(float[] numbers, int at) {
        if (!scales) {
            return 1;
        }
        double norm = Math.sqrt(VectorKernels.squaredNorm(numbers, at, width));
        return (float) (1 / Math.max(norm, VectorKernels.SMALLEST_NORM));
    }

    @Override
    public void prepare(float[] rows, int at, int count, int dim) {
        if (scales) {
            for (int row = 0; row < count; row++) {
                rowFactors[row] = factor(rows, at + row * dim);
            }
        }
    }

    @Override
    public int select(float[] products, int count, int panel, float[] limits, int[] selected) {
        return ProductKernels.selectScaled(products, count, rowFactors, queryFactors[panel], limits, selected);
    }

    @Override
    public float score(int row, int query, float product) {
        return product * rowFactors[row] * queryFactors[Panels.of(query)][Panels.lane(query)];
    }

    @Override
    public float limit(int query, float threshold) {
        return threshold;
    }
}
