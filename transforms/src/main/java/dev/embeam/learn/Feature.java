package dev.embeam.learn;

import org.jspecify.annotations.Nullable;

/** A cluster feature: the number, sum and squares of the points below an entry of a {@link FeatureTree}. */
final class Feature {
    private final double[] sum;
    private final double[] center;
    private double count;
    private double squares;
    private double squaredNorm;

    @Nullable
    private final FeatureNode child;

    /** No points yet; {@code child} is the node below the entry, if it is none of a leaf. */
    Feature(int dim, @Nullable FeatureNode child) {
        this.sum = new double[dim];
        this.center = new double[dim];
        this.child = child;
    }

    static Feature of(Points points, int row) {
        Feature feature = new Feature(points.dim(), null);
        points.addTo(feature.sum, 0, row);
        feature.count = 1;
        feature.squares = dot(feature.sum, feature.sum);
        feature.recentre();
        return feature;
    }

    @Nullable
    FeatureNode child() {
        return child;
    }

    double[] center() {
        return center;
    }

    void add(Feature other) {
        for (int d = 0; d < sum.length; d++) {
            sum[d] += other.sum[d];
        }
        count += other.count;
        squares += other.squares;
        recentre();
    }

    private void recentre() {
        for (int d = 0; d < sum.length; d++) {
            center[d] = sum[d] / count;
        }
        squaredNorm = dot(center, center);
    }

    /** Mean squared distance from the centre of both features' points. */
    double squaredRadiusWith(Feature other) {
        double all = count + other.count;
        double squaredSum = 0;
        for (int d = 0; d < sum.length; d++) {
            double mean = (sum[d] + other.sum[d]) / all;
            squaredSum += mean * mean;
        }
        return (squares + other.squares) / all - squaredSum;
    }

    /** Squared distance of the centres, less the squared norm of the other one. */
    double offsetFrom(Feature other) {
        return squaredNorm - 2 * dot(center, other.center);
    }

    /** Squared distance of the centres. */
    double squaredDistance(Feature other) {
        return Math.max(0, other.squaredNorm + offsetFrom(other));
    }

    private static double dot(double[] a, double[] b) {
        double even = 0;
        double odd = 0;
        int pairs = a.length & ~1;
        for (int d = 0; d < pairs; d += 2) {
            even += a[d] * b[d];
            odd += a[d + 1] * b[d + 1];
        }
        return pairs < a.length ? even + odd + a[pairs] * b[pairs] : even + odd;
    }
}
