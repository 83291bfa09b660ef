package dev.embeam.compress;

import java.util.SplittableRandom;

/**
 * k-means of short weighted points: Lloyd's rounds from k points drawn by their weight (S. Lloyd, "Least squares quantization
 * in PCM", 1982), for one part of a product quantiser. A centroid that no point is nearest to moves to the point that is worst
 * served. Sums are in the order of the points, so that a result depends on points, weights and seed alone.
 */
final class WeightedKMeans {
    private final float[] points;
    private final float[] weights;
    private final int width;
    private final Centroids centroids;
    private final int[] nearest;
    private final float[] errors;

    /**
     * @param points end to end, {@code width} numbers each; at least one
     * @param weights of the points, not negative
     * @param k centroids, at most 256
     */
    WeightedKMeans(float[] points, float[] weights, int width, int k) {
        this.points = points;
        this.weights = weights;
        this.width = width;
        centroids = new Centroids(width, k);
        nearest = new int[weights.length];
        errors = new float[weights.length];
    }

    /** The centroids after {@code rounds}. */
    Centroids run(int rounds, long seed) {
        start(new SplittableRandom(seed));
        for (int round = 0; round < rounds; round++) {
            assign();
            move();
        }
        return centroids;
    }

    private void start(SplittableRandom random) {
        double[] sums = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += weights[i];
            sums[i] = sum;
        }
        for (int k = 0; k < centroids.size(); k++) {
            int drawn = sum > 0 ? above(sums, random.nextDouble() * sum) : random.nextInt(sums.length);
            centroids.set(k, points, drawn * width);
        }
        centroids.settle();
    }

    /** The first place whose sum is above a value, or the last place. */
    static int above(double[] sums, double value) {
        int from = 0;
        int to = sums.length - 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sums[middle] > value) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    private void assign() {
        float[] distances = new float[centroids.size()];
        for (int i = 0; i < nearest.length; i++) {
            nearest[i] = centroids.nearest(points, i * width, distances);
            errors[i] = weights[i] * centroids.squaredDistance(nearest[i], points, i * width);
        }
    }

    private void move() {
        double[] sums = new double[centroids.size() * width];
        double[] masses = new double[centroids.size()];
        for (int i = 0; i < nearest.length; i++) {
            masses[nearest[i]] += weights[i];
            for (int j = 0; j < width; j++) {
                sums[nearest[i] * width + j] += weights[i] * (double) points[i * width + j];
            }
        }
        for (int k = 0; k < masses.length; k++) {
            if (masses[k] > 0) {
                centroids.setMean(k, sums, masses[k]);
            } else {
                int worst = worst();
                centroids.set(k, points, worst * width);
                errors[worst] = 0;
            }
        }
        centroids.settle();
    }

    private int worst() {
        int worst = 0;
        for (int i = 1; i < errors.length; i++) {
            worst = errors[i] > errors[worst] ? i : worst;
        }
        return worst;
    }
}
