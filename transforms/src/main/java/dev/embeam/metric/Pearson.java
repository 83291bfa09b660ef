package dev.embeam.metric;

import java.util.Arrays;

/**
 * Pearson's coefficient of correlation. Sums are taken over differences from the mean, in the order of the rows. Where one
 * side is constant the coefficient does not exist and is NaN; what that counts as is for the caller to say.
 */
public final class Pearson {
    private Pearson() {}

    /** Of these values, at least two of each. */
    public static double of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("there are " + x.length + " and " + y.length + " values");
        }
        if (isConstant(x) || isConstant(y)) {
            return Double.NaN;
        }
        double meanX = Arrays.stream(x).sum() / x.length;
        double meanY = Arrays.stream(y).sum() / y.length;
        double products = 0;
        double squaresX = 0;
        double squaresY = 0;
        for (int row = 0; row < x.length; row++) {
            double dx = x[row] - meanX;
            double dy = y[row] - meanY;
            products += dx * dy;
            squaresX += dx * dx;
            squaresY += dy * dy;
        }
        return Math.max(-1, Math.min(1, products / (Math.sqrt(squaresX) * Math.sqrt(squaresY))));
    }

    /** Whether no value differs from the first. */
    static boolean isConstant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }
}
