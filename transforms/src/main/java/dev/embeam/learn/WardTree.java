package dev.embeam.learn;

/**
 * Ward's hierarchy by the nearest-neighbour chain (Murtagh 1983) on means and sizes: the squared distance of two groups is
 * {@code 2 mn / (m + n)} times that of their means, so that no matrix of distances is kept. Time grows with the square of
 * the number of points, memory with the number.
 *
 * <p>Ties are decided as in SciPy's {@code linkage}: a chain starts at the lowest group, goes on to the lowest of equally
 * near groups but rather back than on, a merged group keeps the higher number, and equal merges count in the order in which
 * they were found.
 */
final class WardTree {
    private final GroupMeans means;
    private final NearGroups near;
    private final int[] chain;
    private final Merges merges;
    private int chainLength;

    private WardTree(double[] points, int rows, int dim) {
        this.means = new GroupMeans(points, rows, dim);
        this.near = new NearGroups(means, rows);
        this.chain = new int[rows];
        this.merges = new Merges(rows);
    }

    /**
     * The groups when {@code clusters} are left, numbered by their first points.
     *
     * @param points {@code double[rows * dim]}, used up
     */
    static int[] cut(double[] points, int rows, int dim, int clusters) {
        WardTree tree = new WardTree(points, rows, dim);
        for (int merge = 1; merge < rows; merge++) {
            tree.mergeNext();
        }
        return tree.merges.cut(clusters);
    }

    /** Follows nearest neighbours until two groups are each other's, and merges them. */
    private void mergeNext() {
        if (chainLength == 0) {
            chain[chainLength++] = means.lowest();
        }
        int last = chain[chainLength - 1];
        int before = chainLength > 1 ? chain[chainLength - 2] : NearGroups.NONE;
        int nearest = near.nearest(last, before);
        while (nearest != before) {
            chain[chainLength++] = nearest;
            before = last;
            last = nearest;
            nearest = near.nearest(last, before);
        }
        chainLength -= 2;
        merges.add(last, before, Math.sqrt(means.squaredDistance(last, before)));
        near.merge(Math.min(last, before), Math.max(last, before));
    }
}
