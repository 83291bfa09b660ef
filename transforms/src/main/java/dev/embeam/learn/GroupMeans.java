package dev.embeam.learn;

import dev.embeam.kernel.VectorKernels;
import java.util.Arrays;

/**
 * Groups of points by their means and sizes, and Ward's distances between them, exact to double precision; a bound from
 * single-precision dot products passes over groups that are surely too far.
 */
final class GroupMeans {
    private final int dim;
    private final double[] means;
    private final double[] sizes;
    private final double[] origin;
    private final float[] screens;
    private final double[] norms;
    private final double slack;
    private final int[] alive;
    private int groups;

    /** Every point a group of its own; the array is taken. */
    GroupMeans(double[] points, int rows, int dim) {
        this.dim = dim;
        this.means = points;
        this.sizes = new double[rows];
        this.origin = new double[dim];
        this.screens = new float[points.length];
        this.norms = new double[rows];
        this.slack = slack(dim);
        this.alive = new int[rows];
        this.groups = rows;
        fillOrigin(rows);
        for (int row = 0; row < rows; row++) {
            sizes[row] = 1;
            alive[row] = row;
            screen(row);
        }
    }

    /**
     * How much a squared distance from single precision may be off, in squares of the sum of both norms: half the rounding
     * of a product and of the longest chain of additions in a dot product, and both vectors' own rounding, with some room.
     */
    private static double slack(int dim) {
        return (dim / 64.0 + 24) * 0x1p-24;
    }

    private void fillOrigin(int rows) {
        for (int i = 0; i < means.length; i++) {
            origin[i % dim] += means[i] / rows;
        }
    }

    /** Keeps the group's mean, seen from the middle of all points where norms are small, in single precision. */
    private void screen(int group) {
        double sum = 0;
        for (int d = 0; d < dim; d++) {
            float value = (float) (means[group * dim + d] - origin[d]);
            screens[group * dim + d] = value;
            sum += (double) value * value;
        }
        norms[group] = Math.sqrt(sum);
    }

    /** The lowest group there is. */
    int lowest() {
        return alive[0];
    }

    /** Offers all other groups that may get onto the list, the lowest first. */
    void shortlist(int group, Shortlist nearest) {
        for (int i = 0; i < groups; i++) {
            int other = alive[i];
            if (other != group && !(bound(group, other) >= nearest.limit())) {
                nearest.offer(other, squaredDistance(group, other));
            }
        }
    }

    /** Offers two groups to each other's list. */
    void introduce(int a, int b, Shortlist nearestToA, Shortlist nearestToB) {
        if (bound(a, b) < Math.max(nearestToA.limit(), nearestToB.limit())) {
            double distance = squaredDistance(a, b);
            nearestToA.offer(b, distance);
            nearestToB.offer(a, distance);
        }
    }

    /** Ward's squared distance: that of two points, and twice what the merger of larger groups adds to the inertia. */
    double squaredDistance(int a, int b) {
        double even = 0;
        double odd = 0;
        int atA = a * dim;
        int atB = b * dim;
        for (int d = 0; d + 1 < dim; d += 2) {
            double first = means[atA + d] - means[atB + d];
            double second = means[atA + d + 1] - means[atB + d + 1];
            even += first * first;
            odd += second * second;
        }
        if ((dim & 1) == 1) {
            double last = means[atA + dim - 1] - means[atB + dim - 1];
            even += last * last;
        }
        return weight(a, b) * (even + odd);
    }

    private double weight(int a, int b) {
        return 2 * sizes[a] * sizes[b] / (sizes[a] + sizes[b]);
    }

    /** What the squared distance is not below; says nothing where single precision overflows. */
    private double bound(int a, int b) {
        float dot = VectorKernels.dot(screens, a * dim, screens, b * dim, dim);
        if (!Float.isFinite(dot)) {
            return Double.NEGATIVE_INFINITY;
        }
        double sum = norms[a] + norms[b];
        double square = norms[a] * norms[a] + norms[b] * norms[b] - 2.0 * dot;
        return weight(a, b) * (square - slack * sum * sum - dim * (double) Float.MIN_NORMAL);
    }

    /** Merges a group into a higher one. */
    void merge(int from, int into) {
        if (squaredDistance(from, into) > 0) {
            double size = sizes[from] + sizes[into];
            for (int d = 0; d < dim; d++) {
                double sum = sizes[from] * means[from * dim + d] + sizes[into] * means[into * dim + d];
                means[into * dim + d] = sum / size;
            }
            screen(into);
        }
        sizes[into] += sizes[from];
        remove(from);
    }

    private void remove(int group) {
        int at = Arrays.binarySearch(alive, 0, groups, group);
        System.arraycopy(alive, at + 1, alive, at, groups - at - 1);
        groups--;
    }
}
