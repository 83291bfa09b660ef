package dev.embeam.classify;

import dev.embeam.fasttext.Dictionary;

/**
 * The binary tree over labels by which hierarchical softmax decides, built as fastText does from the labels' counts: leaves
 * {@code [0, labels)} are the labels in dictionary order, nodes {@code [labels, 2 * labels - 1)} are decisions, the last one
 * the root. Immutable, shared between threads.
 */
final class HuffmanTree {
    /** What a node that is not built yet counts, in fastText. */
    private static final long UNBUILT = 1_000_000_000_000_000L;

    private final int labels;
    private final int[] left;
    private final int[] right;
    private final int depth;

    private HuffmanTree(int labels) {
        this.labels = labels;
        left = new int[labels - 1];
        right = new int[labels - 1];
        depth = 0;
    }

    private HuffmanTree(HuffmanTree built, int depth) {
        labels = built.labels;
        left = built.left;
        right = built.right;
        this.depth = depth;
    }

    /**
     * The tree over the labels of a dictionary, of which there is at least one.
     *
     * @throws IllegalArgumentException if counts are so large that fastText would build no tree
     */
    static HuffmanTree of(Dictionary dictionary) {
        long[] counts = new long[dictionary.labels()];
        for (int label = 0; label < counts.length; label++) {
            counts[label] = dictionary.count(dictionary.words() + label);
        }
        return of(counts);
    }

    /** The tree over labels that were counted so often, in falling order as a dictionary has them. */
    static HuffmanTree of(long... counts) {
        HuffmanTree tree = new HuffmanTree(counts.length);
        long[] all = new long[2 * counts.length - 1];
        System.arraycopy(counts, 0, all, 0, counts.length);
        int leaf = counts.length - 1;
        int node = counts.length;
        for (int parent = counts.length; parent < all.length; parent++) {
            int[] children = new int[2];
            for (int i = 0; i < 2; i++) {
                boolean rarest = leaf >= 0 && all[leaf] < (node < parent ? all[node] : UNBUILT);
                children[i] = rarest ? leaf-- : built(node++, parent, all[Math.max(leaf, 0)]);
            }
            all[parent] = all[children[0]] + all[children[1]];
            tree.left[parent - counts.length] = children[0];
            tree.right[parent - counts.length] = children[1];
        }
        return new HuffmanTree(tree, tree.measureDepth());
    }

    private static int built(int node, int parent, long count) {
        if (node >= parent) {
            throw new IllegalArgumentException("a label was counted " + count + " times; expected less than " + UNBUILT
                    + ", so that a tree can be built over the labels");
        }
        return node;
    }

    /** Children are built before their parents, so going down from the root meets every parent first. */
    private int measureDepth() {
        int[] depths = new int[2 * labels - 1];
        int deepest = 0;
        for (int node = root(); node >= labels; node--) {
            int below = depths[node] + 1;
            depths[left(node)] = below;
            depths[right(node)] = below;
            deepest = Math.max(deepest, below);
        }
        return deepest;
    }

    /** Where decisions begin; the one label itself where there is no other. */
    int root() {
        return 2 * labels - 2;
    }

    /** Whether a node is a label. */
    boolean isLabel(int node) {
        return node < labels;
    }

    /** The row of the output matrix that decides at a node. */
    int row(int node) {
        return node - labels;
    }

    /** Where a decision against leads. */
    int left(int node) {
        return left[node - labels];
    }

    /** Where a decision for leads. */
    int right(int node) {
        return right[node - labels];
    }

    /** Most decisions above a label. */
    int depth() {
        return depth;
    }
}
