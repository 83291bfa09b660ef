package dev.embeam.fasttext.train;

import dev.embeam.kernel.WeightTable;
import dev.embeam.tokenizer.TokenIds;

/** One decision for or against every label. */
final class OneVsAll implements Objective {
    private final WeightTable output;
    private final BinaryDecisions decisions;

    OneVsAll(WeightTable output) {
        this.output = output;
        decisions = new BinaryDecisions(output);
    }

    @Override
    public int mostRows() {
        return output.rows();
    }

    @Override
    public float learn(TokenIds targets, int chosen, float lr, LearningState state) {
        state.multiplyAll(output);
        float loss = 0;
        for (int label = 0; label < output.rows(); label++) {
            loss += decisions.step(label, isIn(targets, label), lr, state);
        }
        return loss;
    }

    private static boolean isIn(TokenIds targets, int label) {
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i) == label) {
                return true;
            }
        }
        return false;
    }
}
