package dev.embeam.fasttext.train;

import dev.embeam.fasttext.Sigmoid;
import dev.embeam.kernel.WeightTable;

/** Steps of logistic regression at rows of the output matrix. */
final class BinaryDecisions {
    private final WeightTable output;

    BinaryDecisions(WeightTable output) {
        this.output = output;
    }

    /** Takes the step at row {@code i} of the state, whose inner product is there, and gives its loss. */
    float step(int i, boolean positive, float lr, LearningState state) {
        float score = Sigmoid.of(state.products[i]);
        float factor = lr * ((positive ? 1f : 0f) - score);
        output.step(state.rows[i], factor, state.hidden, state.gradient);
        return LossTable.of(positive ? score : 1 - score);
    }
}
