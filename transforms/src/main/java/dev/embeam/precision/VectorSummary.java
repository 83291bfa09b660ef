package dev.embeam.precision;

import dev.embeam.kernel.VectorKernels;

/**
 * How long the vectors of a collection are; summaries of parts add up to that of the whole. Vectors that are zero, or not
 * finite, are counted and have no part in the norms.
 *
 * @param rows vectors
 * @param zeros vectors that are zero
 * @param notFinite vectors with an infinite number or none
 * @param smallestNorm smallest Euclidean norm; infinite when there is none
 * @param largestNorm largest norm; 0 when there is none
 * @param sumOfNorms their sum, in the order of the rows
 */
public record VectorSummary(
        long rows, long zeros, long notFinite, double smallestNorm, double largestNorm, double sumOfNorms) {
    /** Of no vectors. */
    public static VectorSummary none() {
        return new VectorSummary(0, 0, 0, Double.POSITIVE_INFINITY, 0, 0);
    }

    /** Of the first {@code rows} rows of a row-major matrix. */
    public static VectorSummary of(float[] vectors, int rows, int dim) {
        long zeros = 0;
        long notFinite = 0;
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            double norm = Math.sqrt(VectorKernels.squaredNorm(vectors, row * dim, dim));
            if (!Double.isFinite(norm)) {
                notFinite++;
            } else if (norm == 0) {
                zeros++;
            } else {
                smallest = Math.min(smallest, norm);
                largest = Math.max(largest, norm);
                sum += norm;
            }
        }
        return new VectorSummary(rows, zeros, notFinite, smallest, largest, sum);
    }

    /** Of both parts. */
    public VectorSummary plus(VectorSummary other) {
        return new VectorSummary(
                rows + other.rows,
                zeros + other.zeros,
                notFinite + other.notFinite,
                Math.min(smallestNorm, other.smallestNorm),
                Math.max(largestNorm, other.largestNorm),
                sumOfNorms + other.sumOfNorms);
    }

    /** The mean norm; 0 when there is none. */
    public double meanNorm() {
        long counted = rows - zeros - notFinite;
        return counted == 0 ? 0 : sumOfNorms / counted;
    }
}
