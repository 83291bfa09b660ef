package dev.embeam.fasttext.train;

import dev.embeam.fasttext.HuffmanTree;
import dev.embeam.kernel.WeightTable;
import dev.embeam.tokenizer.TokenIds;

/** The decisions of a {@link HuffmanTree} from the target up to the root. */
final class HierarchicalSoftmax implements Objective {
    private final WeightTable output;
    private final BinaryDecisions decisions;
    private final HuffmanTree tree;

    HierarchicalSoftmax(WeightTable output, long[] counts) {
        this.output = output;
        decisions = new BinaryDecisions(output);
        tree = HuffmanTree.of(counts);
    }

    @Override
    public int mostRows() {
        return tree.depth();
    }

    @Override
    public float learn(TokenIds targets, int chosen, float lr, LearningState state) {
        int target = targets.get(chosen);
        int length = 0;
        for (int node = target; node != tree.root(); node = tree.parent(node)) {
            state.rows[length++] = tree.row(tree.parent(node));
        }
        state.multiply(output, length);
        float loss = 0;
        int node = target;
        for (int i = 0; i < length; i++) {
            loss += decisions.step(i, tree.isRight(node), lr, state);
            node = tree.parent(node);
        }
        return loss;
    }
}
