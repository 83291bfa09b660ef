package dev.embeam.compress;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Eigenvectors of a symmetric matrix by Jacobi's rotations, row after row until nothing off the diagonal is left (G. Golub, C.
 * Van Loan, "Matrix Computations", section 8.5): exact to rounding, and quick enough for the width of a vector.
 */
final class SymmetricEigen {
    private static final int MOST_SWEEPS = 60;
    private static final double SMALL = 1e-14;

    private final double[][] matrix;
    private final double[][] vectors;

    private SymmetricEigen(double[][] matrix) {
        this.matrix = matrix;
        vectors = new double[matrix.length][matrix.length];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i][i] = 1;
        }
    }

    /**
     * The eigenvectors of the largest eigenvalues, largest first, one after the other; each with the sign that makes its
     * largest number positive.
     *
     * @param matrix is used up
     */
    static float[] leading(double[][] matrix, int count) {
        SymmetricEigen eigen = new SymmetricEigen(matrix);
        eigen.sweep();
        Integer[] order = new Integer[matrix.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> -matrix[i][i]));
        float[] leading = new float[count * matrix.length];
        for (int i = 0; i < count; i++) {
            double[] vector = eigen.vectors[order[i]];
            double sign = sign(vector);
            for (int j = 0; j < vector.length; j++) {
                leading[i * vector.length + j] = (float) (sign * vector[j]);
            }
        }
        return leading;
    }

    private static double sign(double[] vector) {
        double largest = 0;
        for (double x : vector) {
            largest = Math.abs(x) > Math.abs(largest) ? x : largest;
        }
        return largest < 0 ? -1 : 1;
    }

    private void sweep() {
        double total = squares(true);
        for (int sweep = 0; sweep < MOST_SWEEPS && squares(false) > SMALL * SMALL * total; sweep++) {
            for (int p = 0; p < matrix.length; p++) {
                for (int q = p + 1; q < matrix.length; q++) {
                    if (matrix[p][q] != 0) {
                        rotate(p, q);
                    }
                }
            }
        }
    }

    private double squares(boolean diagonal) {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                sum += i == j && !diagonal ? 0 : matrix[i][j] * matrix[i][j];
            }
        }
        return sum;
    }

    private void rotate(int p, int q) {
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        rotateRows(matrix[p], matrix[q], c, s);
        for (double[] row : matrix) {
            double x = row[p];
            row[p] = c * x - s * row[q];
            row[q] = s * x + c * row[q];
        }
        rotateRows(vectors[p], vectors[q], c, s);
    }

    private static void rotateRows(double[] a, double[] b, double c, double s) {
        for (int j = 0; j < a.length; j++) {
            double x = a[j];
            a[j] = c * x - s * b[j];
            b[j] = s * x + c * b[j];
        }
    }
}
