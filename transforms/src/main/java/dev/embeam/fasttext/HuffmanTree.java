package dev.embeam.fasttext;

/**
 * The binary tree by which hierarchical softmax decides, built as fastText does from how often each target occurred: leaves
 * {@code [0, targets)} are the labels or words in dictionary order, nodes {@code [targets, 2 * targets - 1)} are decisions,
 * the last one the root. Immutable, shared between threads.
 */
public final class HuffmanTree {
    /** What a node that is not built yet counts, in fastText. */
    private static final long UNBUILT = 1_000_000_000_000_000L;

    private static final int NONE = -1;

    private final int targets;
    private final int[] left;
    private final int[] right;
    private final int[] parents;
    private final int depth;

    private HuffmanTree(int[] left, int[] right) {
        targets = left.length + 1;
        this.left = left;
        this.right = right;
        parents = new int[2 * targets - 1];
        depth = link();
    }

    /**
     * The tree over targets that were counted so often, in falling order as a dictionary has them; at least one.
     *
     * @throws IllegalArgumentException if counts are so large that fastText would build no tree
     */
    public static HuffmanTree of(long... counts) {
        long[] all = new long[2 * counts.length - 1];
        System.arraycopy(counts, 0, all, 0, counts.length);
        int[][] children = new int[2][counts.length - 1];
        int leaf = counts.length - 1;
        int node = counts.length;
        for (int parent = counts.length; parent < all.length; parent++) {
            for (int side = 0; side < 2; side++) {
                boolean rarest = leaf >= 0 && all[leaf] < (node < parent ? all[node] : UNBUILT);
                int child = rarest ? leaf-- : built(node++, parent, all[Math.max(leaf, 0)]);
                children[side][parent - counts.length] = child;
                all[parent] += all[child];
            }
        }
        return new HuffmanTree(children[0], children[1]);
    }

    /** The tree over the labels of a dictionary. */
    public static HuffmanTree ofLabels(Dictionary dictionary) {
        long[] counts = new long[dictionary.labels()];
        for (int label = 0; label < counts.length; label++) {
            counts[label] = dictionary.count(dictionary.words() + label);
        }
        return of(counts);
    }

    private static int built(int node, int parent, long count) {
        if (node >= parent) {
            throw new IllegalArgumentException("a word or label was counted " + count + " times; expected less than "
                    + UNBUILT + ", so that a tree can be built over all of them");
        }
        return node;
    }

    /** Children are built before their parents, so going down from the root meets every parent first. */
    private int link() {
        int[] depths = new int[2 * targets - 1];
        int deepest = 0;
        parents[root()] = NONE;
        for (int node = root(); node >= targets; node--) {
            parents[left(node)] = node;
            parents[right(node)] = node;
            int below = depths[node] + 1;
            depths[left(node)] = below;
            depths[right(node)] = below;
            deepest = Math.max(deepest, below);
        }
        return deepest;
    }

    /** Where decisions begin; the one target itself where there is no other. */
    public int root() {
        return 2 * targets - 2;
    }

    /** Whether a node is a target. */
    public boolean isLeaf(int node) {
        return node < targets;
    }

    /** The row of the output matrix that decides at a node. */
    public int row(int node) {
        return node - targets;
    }

    /** Where a decision against leads. */
    public int left(int node) {
        return left[node - targets];
    }

    /** Where a decision for leads. */
    public int right(int node) {
        return right[node - targets];
    }

    /** Whether a node other than the root is where a decision for leads. */
    public boolean isRight(int node) {
        return right(parents[node]) == node;
    }

    /** The node that decides about a node; none for the root, which is not asked. */
    public int parent(int node) {
        return parents[node];
    }

    /** Most decisions above a target. */
    public int depth() {
        return depth;
    }
}
