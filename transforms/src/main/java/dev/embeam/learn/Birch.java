package dev.embeam.learn;

import java.util.List;

/**
 * BIRCH (Zhang, Ramakrishnan and Livny 1996) with scikit-learn's settings: a tree of cluster features with threshold 0.5
 * and at most 50 entries a node, whose leaf entries are then clustered by {@link WardClustering}. A point goes with the
 * entry whose centre is nearest. Where there are no more leaf entries than groups wanted, every entry is a group.
 * Deterministic for an order of points.
 */
public final class Birch implements Clusterer {
    private static final double THRESHOLD = 0.5;
    private static final int BRANCHING_FACTOR = 50;

    @Override
    public String name() {
        return "Birch";
    }

    @Override
    public boolean seeded() {
        return false;
    }

    @Override
    public int[] cluster(float[] vectors, int rows, int dim, int clusters, long seed) {
        Points points = Points.toCluster(vectors, rows, dim, clusters).centred();
        FeatureTree tree = new FeatureTree(dim, THRESHOLD, BRANCHING_FACTOR);
        for (int row = 0; row < rows; row++) {
            tree.insert(points, row);
        }
        double[] centers = centers(tree.leaves(), dim);
        int[] nearest = Centers.of(toFloats(centers), dim).assign(points).labels();
        int entries = centers.length / dim;
        int[] groups = WardTree.cut(centers, entries, dim, Math.min(clusters, entries));
        for (int row = 0; row < rows; row++) {
            nearest[row] = groups[nearest[row]];
        }
        return nearest;
    }

    private static double[] centers(List<Feature> entries, int dim) {
        double[] centers = new double[entries.size() * dim];
        for (int i = 0; i < entries.size(); i++) {
            System.arraycopy(entries.get(i).center(), 0, centers, i * dim, dim);
        }
        return centers;
    }

    private static float[] toFloats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
