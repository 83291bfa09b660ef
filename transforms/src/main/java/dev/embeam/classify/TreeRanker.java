package dev.embeam.classify;

import dev.embeam.fasttext.HuffmanTree;
import dev.embeam.fasttext.Matrix;

/**
 * Hierarchical softmax: goes down the tree, left before right, and leaves out what cannot reach the threshold or the labels
 * found so far. Probabilities are products along the way, summed as {@link Scores}; labels below about 1e-5 are not found.
 */
final class TreeRanker implements LabelRanker {
    private final Matrix output;
    private final HuffmanTree tree;
    private final int[] nodes;
    private final float[] scores;

    TreeRanker(Matrix output, HuffmanTree tree) {
        this.output = output;
        this.tree = tree;
        nodes = new int[tree.depth() + 1];
        scores = new float[tree.depth() + 1];
    }

    @Override
    public void rank(float[] hidden, float threshold, TopLabels top) {
        float least = Scores.of(threshold);
        nodes[0] = tree.root();
        scores[0] = 0;
        for (int open = 1; open > 0; ) {
            open--;
            int node = nodes[open];
            float score = scores[open];
            if (score < least || top.isAbove(score)) {
                continue;
            }
            if (tree.isLeaf(node)) {
                top.offer(score, node);
                continue;
            }
            float yes = Scores.sigmoid(output.dot(tree.row(node), hidden));
            nodes[open] = tree.right(node);
            scores[open] = score + Scores.of(yes);
            nodes[open + 1] = tree.left(node);
            scores[open + 1] = score + Scores.of(1 - yes);
            open += 2;
        }
    }
}
