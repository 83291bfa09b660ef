package dev.embeam.learn;

import java.util.Arrays;

/** Linear functions of a vector: weights and an intercept each. In one array: all weights, then all intercepts. */
record LinearModel(double[][] weights, double[] intercepts) {
    /** The functions in an array. */
    static LinearModel of(double[] arguments, int outputs, int dim) {
        double[][] weights = new double[outputs][];
        for (int c = 0; c < outputs; c++) {
            weights[c] = Arrays.copyOfRange(arguments, c * dim, (c + 1) * dim);
        }
        return new LinearModel(weights, Arrays.copyOfRange(arguments, outputs * dim, arguments.length));
    }

    static LinearModel zero(int outputs, int dim) {
        return new LinearModel(new double[outputs][dim], new double[outputs]);
    }

    static int arguments(int outputs, int dim) {
        return Math.multiplyExact(outputs, dim + 1);
    }

    int outputs() {
        return intercepts.length;
    }

    int dim() {
        return weights[0].length;
    }

    void copyTo(double[] arguments) {
        for (int c = 0; c < outputs(); c++) {
            System.arraycopy(weights[c], 0, arguments, c * dim(), dim());
        }
        System.arraycopy(intercepts, 0, arguments, outputs() * dim(), outputs());
    }

    double squaredWeights() {
        double sum = 0;
        for (double[] row : weights) {
            sum += Vectors.dot(row, row);
        }
        return sum;
    }
}
