package dev.embeam.fasttext.train;

import dev.embeam.kernel.WeightTable;
import dev.embeam.libstdcxx.MinimalStandard;

/** What one thread of a training carries from step to step. */
final class LearningState {
    final MinimalStandard random;
    final float[] hidden;
    final float[] gradient;
    /** The sum of gradients where several examples are learnt at once. */
    final float[] allGradients;
    /** Rows of the output matrix that a step is about, and their inner products with {@link #hidden}. */
    final int[] rows;

    final float[] products;

    private final boolean exact;
    private double lossSum;
    private long examples;

    /**
     * @param exact whether inner products are added up in the order of the fasttext tool, which is slow
     */
    LearningState(int dim, int mostRows, long seed, boolean exact) {
        this.exact = exact;
        random = new MinimalStandard(seed);
        hidden = new float[dim];
        gradient = new float[dim];
        allGradients = new float[dim];
        rows = new int[mostRows];
        products = new float[mostRows];
    }

    /**
     * Computes the inner products of the first {@code count} rows.
     *
     * @throws ExplodedLossException if one is not a number
     */
    void multiply(WeightTable output, int count) {
        if (exact) {
            output.sequentialDots(rows, count, hidden, products);
        } else {
            output.dots(rows, count, hidden, products);
        }
        for (int i = 0; i < count; i++) {
            if (Float.isNaN(products[i])) {
                throw new ExplodedLossException();
            }
        }
    }

    /** Computes the inner products of all rows, in their order. */
    void multiplyAll(WeightTable output) {
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i;
        }
        multiply(output, rows.length);
    }

    void addLoss(float loss) {
        lossSum += loss;
        examples++;
    }

    /** Mean loss of all examples so far; 0 before the first. */
    float meanLoss() {
        return examples == 0 ? 0 : (float) (lossSum / examples);
    }
}
