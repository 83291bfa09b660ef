package dev.embeam.learn;

/**
 * Agglomerative clustering by Ward's criterion on Euclidean distances: the two groups are merged whose union adds least to
 * the sum of squared distances from the means, until as many groups are left as are wanted. Deterministic; between equal
 * distances decides the order of {@link WardTree}, which is SciPy's.
 */
public final class WardClustering implements Clusterer {
    @Override
    public String name() {
        return "AgglomerativeClustering";
    }

    @Override
    public boolean seeded() {
        return false;
    }

    @Override
    public int[] cluster(float[] vectors, int rows, int dim, int clusters, long seed) {
        Points points = Points.toCluster(vectors, rows, dim, clusters);
        return WardTree.cut(points.toDoubles(), rows, dim, clusters);
    }
}
