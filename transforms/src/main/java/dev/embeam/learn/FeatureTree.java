package dev.embeam.learn;

import java.util.ArrayList;
import java.util.List;

/** The height-balanced tree of BIRCH. An entry of a leaf stands for points within the threshold around their mean. */
final class FeatureTree {
    private final int dim;
    private final double squaredThreshold;
    private final int branchingFactor;
    private FeatureNode root;

    FeatureTree(int dim, double threshold, int branchingFactor) {
        this.dim = dim;
        this.squaredThreshold = threshold * threshold;
        this.branchingFactor = branchingFactor;
        this.root = new FeatureNode(this);
    }

    /** Puts a point into the leaf that nearest centres lead to, and splits nodes that get too many entries. */
    void insert(Points points, int row) {
        if (root.insert(Feature.of(points, row))) {
            FeatureNode above = new FeatureNode(this);
            root.split().forEach(above::append);
            root = above;
        }
    }

    /** The entries of all leaves. */
    List<Feature> leaves() {
        List<Feature> leaves = new ArrayList<>();
        root.collectLeaves(leaves);
        return leaves;
    }

    boolean within(double squaredRadius) {
        return squaredRadius <= squaredThreshold;
    }

    boolean overfull(int entries) {
        return entries > branchingFactor;
    }

    /** An entry without points above a node without entries. */
    Feature entryAboveNewNode() {
        return new Feature(dim, new FeatureNode(this));
    }
}
