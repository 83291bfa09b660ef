package dev.embeam.fasttext.train;

import dev.embeam.kernel.WeightTable;
import dev.embeam.tokenizer.TokenIds;

/** One choice among all targets. */
final class Softmax implements Objective {
    private final WeightTable output;

    Softmax(WeightTable output) {
        this.output = output;
    }

    @Override
    public int mostRows() {
        return output.rows();
    }

    @Override
    public float learn(TokenIds targets, int chosen, float lr, LearningState state) {
        int target = targets.get(chosen);
        state.multiplyAll(output);
        probabilities(state.products);
        for (int i = 0; i < output.rows(); i++) {
            float factor = lr * ((i == target ? 1f : 0f) - state.products[i]);
            output.step(i, factor, state.hidden, state.gradient);
        }
        return LossTable.of(state.products[target]);
    }

    private static void probabilities(float[] products) {
        float largest = products[0];
        for (float product : products) {
            largest = Math.max(largest, product);
        }
        float sum = 0;
        for (int i = 0; i < products.length; i++) {
            products[i] = (float) Math.exp(products[i] - largest);
            sum += products[i];
        }
        for (int i = 0; i < products.length; i++) {
            products[i] /= sum;
        }
    }
}
