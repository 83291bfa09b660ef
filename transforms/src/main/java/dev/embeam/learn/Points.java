package dev.embeam.learn;

import dev.embeam.kernel.VectorKernels;

/**
 * Vectors to learn from.
 *
 * @param values {@code float[rows * dim]} in row-major order; never written to
 */
record Points(float[] values, int rows, int dim) {
    Points {
        if (rows < 1 || dim < 1 || values.length != (long) rows * dim) {
            throw new IllegalArgumentException(values.length + " numbers are not " + rows + " vectors of " + dim
                    + " columns; expected one vector and one column at least, and the numbers of all of them");
        }
    }

    /** The points of a clusterer, which cannot make more groups than there are points. */
    static Points toCluster(float[] values, int rows, int dim, int clusters) {
        Points points = new Points(values, rows, dim);
        if (clusters < 1 || clusters > rows) {
            throw new IllegalArgumentException(
                    "clusters is " + clusters + "; expected 1 to the number of vectors, which is " + rows);
        }
        return points;
    }

    int start(int row) {
        return row * dim;
    }

    float squaredNorm(int row) {
        return VectorKernels.squaredNorm(values, start(row), dim);
    }

    /** A copy of some rows. */
    Points select(int[] chosen) {
        float[] copy = new float[chosen.length * dim];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(values, start(chosen[i]), copy, i * dim, dim);
        }
        return new Points(copy, chosen.length, dim);
    }

    /** The mean of all rows. */
    double[] mean() {
        double[] mean = new double[dim];
        for (int row = 0; row < rows; row++) {
            addTo(mean, 0, row);
        }
        for (int d = 0; d < dim; d++) {
            mean[d] /= rows;
        }
        return mean;
    }

    /** Adds a row to {@code sums[at, at + dim)}. */
    void addTo(double[] sums, int at, int row) {
        int start = start(row);
        for (int d = 0; d < dim; d++) {
            sums[at + d] += values[start + d];
        }
    }

    /** The same points around the origin, where squared distances in single precision lose least. */
    Points centred() {
        double[] mean = mean();
        float[] moved = new float[values.length];
        for (int start = 0; start < moved.length; start += dim) {
            for (int d = 0; d < dim; d++) {
                moved[start + d] = (float) (values[start + d] - mean[d]);
            }
        }
        return new Points(moved, rows, dim);
    }

    /** The numbers in double precision. */
    double[] toDoubles() {
        double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
