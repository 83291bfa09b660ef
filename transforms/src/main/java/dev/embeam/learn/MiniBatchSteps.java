package dev.embeam.learn;

import dev.embeam.learn.Centers.Assignment;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The centres of mini-batch k-means while they learn: each is the mean of all points it ever got. */
final class MiniBatchSteps {
    /** Centres with less than this part of the greatest weight are drawn anew. */
    private static final double REASSIGNMENT_RATIO = 0.01;

    private final Centers centers;
    private final double[] weights;
    private final SplittableRandom random;
    private long pointsSinceReassignment;

    MiniBatchSteps(Centers centers, SplittableRandom random) {
        this.centers = centers;
        this.weights = new double[centers.count()];
        this.random = random;
    }

    Centers centers() {
        return centers;
    }

    /** Learns from a batch and gives its inertia before that. */
    double step(Points batch) {
        boolean reassigning = reassigning(batch.rows());
        Assignment assignment = centers.assign(batch);
        learn(batch, assignment);
        if (reassigning) {
            reassign(batch);
        }
        return assignment.inertia();
    }

    private void learn(Points batch, Assignment assignment) {
        double[] sizes = assignment.sizes(weights.length);
        double[] sums = assignment.sums(batch, weights.length);
        for (int center = 0; center < weights.length; center++) {
            if (sizes[center] > 0) {
                centers.pull(center, weights[center], sums, sizes[center]);
                weights[center] += sizes[center];
            }
        }
    }

    /** Whether low centres are drawn anew: while one has no weight, and after every ten points a centre. */
    private boolean reassigning(int points) {
        pointsSinceReassignment += points;
        boolean due = pointsSinceReassignment >= 10L * weights.length
                || Arrays.stream(weights).anyMatch(weight -> weight == 0);
        if (due) {
            pointsSinceReassignment = 0;
        }
        return due;
    }

    /** Puts the lightest centres on random points of the batch, at most half as many as the batch has. */
    private void reassign(Points batch) {
        double limit = REASSIGNMENT_RATIO * Arrays.stream(weights).max().orElse(0);
        int[] light = IntStream.range(0, weights.length)
                .filter(center -> weights[center] < limit)
                .boxed()
                .sorted((a, b) -> Double.compare(weights[a], weights[b]))
                .limit(batch.rows() / 2)
                .mapToInt(Integer::intValue)
                .toArray();
        if (light.length > 0) {
            moveTo(Draws.distinct(light.length, batch.rows(), random), batch, light);
        }
    }

    private void moveTo(int[] rows, Points batch, int[] light) {
        Arrays.stream(light).forEach(center -> weights[center] = Double.POSITIVE_INFINITY);
        double least = Arrays.stream(weights).min().orElse(0);
        for (int i = 0; i < light.length; i++) {
            centers.move(light[i], batch, rows[i]);
            weights[light[i]] = least;
        }
    }
}
