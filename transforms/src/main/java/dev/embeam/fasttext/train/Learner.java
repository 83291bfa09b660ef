package dev.embeam.fasttext.train;

import dev.embeam.kernel.VectorKernels;
import dev.embeam.kernel.WeightTable;
import dev.embeam.tokenizer.TokenIds;
import java.util.Arrays;

/** A step of training: from rows of the input matrix to a target and back. Shared between threads. */
final class Learner {
    private final WeightTable input;
    private final Objective objective;
    private final boolean sharesGradient;

    /**
     * @param sharesGradient whether each row takes its share of the gradient only, as those of classifiers do
     */
    Learner(WeightTable input, Objective objective, boolean sharesGradient) {
        this.input = input;
        this.objective = objective;
        this.sharesGradient = sharesGradient;
    }

    LearningState newState(long seed) {
        return new LearningState(input.dim(), objective.mostRows(), seed);
    }

    /** Learns one example: the mean of {@code rows[from, to)} should tell {@code targets.get(chosen)}. */
    void learn(int[] rows, int from, int to, TokenIds targets, int chosen, float lr, LearningState state) {
        if (from == to) {
            return;
        }
        int dim = input.dim();
        float share = (float) (1.0 / (to - from));
        Arrays.fill(state.hidden, 0);
        input.addRows(rows, from, to, state.hidden);
        VectorKernels.scale(state.hidden, 0, dim, share);
        Arrays.fill(state.gradient, 0);
        state.addLoss(objective.learn(targets, chosen, lr, state));
        if (sharesGradient) {
            VectorKernels.scale(state.gradient, 0, dim, share);
        }
        input.addToRows(rows, from, to, state.gradient);
    }
}
