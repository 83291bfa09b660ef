package dev.embeam.learn;

import dev.embeam.kernel.VectorKernels;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * First centres far from each other: each next one is drawn with a chance in proportion to the squared distance from the
 * nearest centre so far, and of {@code 2 + floor(ln k)} such draws the one is kept that leaves the least sum of squared
 * distances (Arthur and Vassilvitskii 2007, with the greedy trials of their program, as scikit-learn does).
 */
final class KMeansPlusPlus {
    private final Points points;
    private final SplittableRandom random;
    private float[] nearest;
    private double potential;
    private float[] candidate;

    private KMeansPlusPlus(Points points, SplittableRandom random) {
        this.points = points;
        this.random = random;
        this.nearest = new float[points.rows()];
        this.candidate = new float[points.rows()];
        Arrays.fill(nearest, Float.POSITIVE_INFINITY);
    }

    /** Chooses centres among the points; the same point twice only when there are too few different ones. */
    static Centers choose(Points points, int clusters, SplittableRandom random) {
        return Centers.at(points, new KMeansPlusPlus(points, random).rows(clusters));
    }

    private int[] rows(int clusters) {
        int trials = 2 + (int) Math.log(clusters);
        int[] chosen = new int[clusters];
        chosen[0] = random.nextInt(points.rows());
        potential = measure(chosen[0], nearest);
        for (int i = 1; i < clusters; i++) {
            chosen[i] = bestOf(trials);
        }
        return chosen;
    }

    private int bestOf(int trials) {
        int[] drawn = new int[trials];
        for (int trial = 0; trial < trials; trial++) {
            drawn[trial] = draw();
        }
        float[] best = new float[points.rows()];
        double least = Double.POSITIVE_INFINITY;
        int chosen = drawn[0];
        for (int row : drawn) {
            double left = measure(row, candidate);
            if (left < least) {
                least = left;
                chosen = row;
                float[] swapped = best;
                best = candidate;
                candidate = swapped;
            }
        }
        nearest = best;
        potential = least;
        return chosen;
    }

    /** The first row at which the running sum of squared distances reaches a random part of the whole. */
    private int draw() {
        double aim = random.nextDouble() * potential;
        double sum = 0;
        for (int row = 0; row < nearest.length; row++) {
            sum += nearest[row];
            if (sum >= aim) {
                return row;
            }
        }
        return nearest.length - 1;
    }

    /** Fills {@code distances} with what is left when {@code center} becomes a centre too, and sums it. */
    private double measure(int center, float[] distances) {
        float squaredNorm = points.squaredNorm(center);
        double sum = 0;
        for (int row = 0; row < distances.length; row++) {
            float dot = VectorKernels.dot(
                    points.values(), points.start(row), points.values(), points.start(center), points.dim());
            float distance = Math.max(0, points.squaredNorm(row) + squaredNorm - 2 * dot);
            distances[row] = Math.min(nearest[row], row == center ? 0 : distance);
            sum += distances[row];
        }
        return sum;
    }
}
