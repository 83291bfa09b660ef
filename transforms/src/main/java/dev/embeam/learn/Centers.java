package dev.embeam.learn;

import dev.embeam.kernel.VectorKernels;
import java.util.Arrays;

/** The centres of groups and which of them is nearest. Squared distances are |x|^2 + |c|^2 - 2xc, never below 0. */
final class Centers {
    private final float[] values;
    private final float[] squaredNorms;
    private final int dim;

    private Centers(float[] values, int count, int dim) {
        this.values = values;
        this.dim = dim;
        this.squaredNorms = new float[count];
        for (int center = 0; center < count; center++) {
            squaredNorms[center] = VectorKernels.squaredNorm(values, center * dim, dim);
        }
    }

    /** Copies of these points. */
    static Centers at(Points points, int[] rows) {
        return new Centers(points.select(rows).values(), rows.length, points.dim());
    }

    /** The centres whose numbers lie end to end; takes the array. */
    static Centers of(float[] values, int dim) {
        return new Centers(values, values.length / dim, dim);
    }

    int count() {
        return squaredNorms.length;
    }

    /** Moves a centre to a point. */
    void move(int center, Points points, int row) {
        System.arraycopy(points.values(), points.start(row), values, center * dim, dim);
        squaredNorms[center] = points.squaredNorm(row);
    }

    /**
     * Moves a centre to {@code (weight * centre + sums) / (weight + added)}.
     *
     * @param sums the sums of the added points of all centres, this one's from {@code center * dim}
     * @return the square of how far it moved
     */
    double pull(int center, double weight, double[] sums, double added) {
        double squaredShift = 0;
        int at = center * dim;
        for (int d = at; d < at + dim; d++) {
            float moved = (float) ((weight * values[d] + sums[d]) / (weight + added));
            double shift = (double) moved - values[d];
            squaredShift += shift * shift;
            values[d] = moved;
        }
        squaredNorms[center] = VectorKernels.squaredNorm(values, at, dim);
        return squaredShift;
    }

    /** The nearest centre of every point; the lowest of equally near ones. */
    Assignment assign(Points points) {
        int[] labels = new int[points.rows()];
        float[] squaredDistances = new float[points.rows()];
        for (int row = 0; row < points.rows(); row++) {
            int nearest = nearest(points, row);
            labels[row] = nearest;
            squaredDistances[row] = Math.max(0, points.squaredNorm(row) + offset(points, row, nearest));
        }
        return new Assignment(labels, squaredDistances);
    }

    /** Sum of the squared distances of the points from their centres, by differences: 0 only where they coincide. */
    double[] inertias(Points points, int[] labels) {
        double[] inertias = new double[count()];
        for (int row = 0; row < points.rows(); row++) {
            inertias[labels[row]] += squaredDifference(points, row, labels[row]);
        }
        return inertias;
    }

    private double squaredDifference(Points points, int row, int center) {
        double sum = 0;
        int start = points.start(row);
        for (int d = 0; d < dim; d++) {
            double difference = (double) points.values()[start + d] - values[center * dim + d];
            sum += difference * difference;
        }
        return sum;
    }

    private int nearest(Points points, int row) {
        int nearest = 0;
        float least = Float.POSITIVE_INFINITY;
        for (int center = 0; center < count(); center++) {
            float offset = offset(points, row, center);
            if (offset < least) {
                least = offset;
                nearest = center;
            }
        }
        return nearest;
    }

    /** The squared distance less the squared norm of the point. */
    private float offset(Points points, int row, int center) {
        float dot = VectorKernels.dot(points.values(), points.start(row), values, center * dim, dim);
        return squaredNorms[center] - 2 * dot;
    }

    /** Where points belong. */
    record Assignment(int[] labels, float[] squaredDistances) {
        /** Sum of the squared distances. */
        double inertia() {
            double sum = 0;
            for (float squaredDistance : squaredDistances) {
                sum += squaredDistance;
            }
            return sum;
        }

        /** How many points each of {@code centers} has. */
        double[] sizes(int centers) {
            double[] sizes = new double[centers];
            Arrays.stream(labels).forEach(label -> sizes[label]++);
            return sizes;
        }

        /** The sums of the points of each of {@code centers}, end to end. */
        double[] sums(Points points, int centers) {
            double[] sums = new double[centers * points.dim()];
            for (int row = 0; row < labels.length; row++) {
                points.addTo(sums, labels[row] * points.dim(), row);
            }
            return sums;
        }
    }
}
