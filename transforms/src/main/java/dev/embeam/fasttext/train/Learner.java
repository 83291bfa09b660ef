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

    LearningState newState(long seed, boolean exact) {
        return new LearningState(input.dim(), objective.mostRows(), seed, exact);
    }

    /** Learns one example: the mean of {@code rows[from, to)} should tell {@code targets.get(chosen)}. */
    void learn(int[] rows, int from, int to, TokenIds targets, int chosen, float lr, LearningState state) {
        if (from == to) {
            return;
        }
        average(rows, from, to, state);
        Arrays.fill(state.gradient, 0);
        state.addLoss(objective.learn(targets, chosen, lr, state));
        if (sharesGradient) {
            VectorKernels.scale(state.gradient, 0, input.dim(), (float) (1.0 / (to - from)));
        }
        input.addToRows(rows, from, to, state.gradient);
    }

    /**
     * Learns several examples of the same rows, which should tell each of {@code targets[first, end)} but {@code centre}. The
     * rows are read and changed once for all: in between, their mean moves by each gradient, as it would if every row moved.
     * Equal to learning one example after the other but for rounding and for rows that come twice.
     */
    void learnAll(
            int[] rows,
            int from,
            int to,
            TokenIds targets,
            int first,
            int end,
            int centre,
            float lr,
            LearningState state) {
        if (from == to) {
            return;
        }
        average(rows, from, to, state);
        Arrays.fill(state.allGradients, 0);
        for (int target = first; target < end; target++) {
            if (target != centre) {
                Arrays.fill(state.gradient, 0);
                state.addLoss(objective.learn(targets, target, lr, state));
                VectorKernels.addScaled(state.gradient, 0, 1, state.hidden, 0, input.dim());
                VectorKernels.addScaled(state.gradient, 0, 1, state.allGradients, 0, input.dim());
            }
        }
        input.addToRows(rows, from, to, state.allGradients);
    }

    private void average(int[] rows, int from, int to, LearningState state) {
        Arrays.fill(state.hidden, 0);
        input.addRows(rows, from, to, state.hidden);
        VectorKernels.scale(state.hidden, 0, input.dim(), (float) (1.0 / (to - from)));
    }
}
