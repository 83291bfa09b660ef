package dev.embeam.learn;

import dev.embeam.learn.Centers.Assignment;
import java.util.Arrays;

/**
 * k-means by turns (Lloyd 1982): every point to its nearest centre, every centre to the mean of its points, until no point
 * changes its group or all centres together move by at most the tolerance. A centre without points takes the point that is
 * farthest from its own.
 */
final class Lloyd {
    private static final int TURNS = 300;
    private static final double TOLERANCE = 1e-4;

    private Lloyd() {}

    /** Moves the centres and gives the group of each point. */
    static int[] run(Points points, Centers centers) {
        int[] labels = {};
        for (int turn = 0; turn < TURNS; turn++) {
            Assignment assignment = centers.assign(points);
            double squaredShift = moveToMeans(centers, points, assignment);
            if (Arrays.equals(labels, assignment.labels())) {
                return labels;
            }
            labels = assignment.labels();
            if (squaredShift <= TOLERANCE) {
                break;
            }
        }
        return centers.assign(points).labels();
    }

    private static double moveToMeans(Centers centers, Points points, Assignment assignment) {
        double[] sizes = assignment.sizes(centers.count());
        double[] sums = assignment.sums(points, centers.count());
        fillEmpty(points, assignment, sizes, sums);
        double squaredShift = 0;
        for (int center = 0; center < sizes.length; center++) {
            if (sizes[center] > 0) {
                squaredShift += centers.pull(center, 0, sums, sizes[center]);
            }
        }
        return squaredShift;
    }

    private static void fillEmpty(Points points, Assignment assignment, double[] sizes, double[] sums) {
        float[] distances = assignment.squaredDistances().clone();
        for (int empty = 0; empty < sizes.length; empty++) {
            if (sizes[empty] == 0) {
                int farthest = farthest(distances);
                distances[farthest] = -1;
                give(points, farthest, assignment.labels()[farthest], empty, sizes, sums);
            }
        }
    }

    private static int farthest(float[] distances) {
        int farthest = 0;
        for (int row = 1; row < distances.length; row++) {
            if (distances[row] > distances[farthest]) {
                farthest = row;
            }
        }
        return farthest;
    }

    private static void give(Points points, int row, int from, int to, double[] sizes, double[] sums) {
        int dim = points.dim();
        for (int d = 0; d < dim; d++) {
            float value = points.values()[points.start(row) + d];
            sums[from * dim + d] -= value;
            sums[to * dim + d] = value;
        }
        sizes[from]--;
        sizes[to]++;
    }
}
