package dev.embeam.learn;

/** Sums over arrays of doubles, in fixed orders. */
final class Vectors {
    private Vectors() {}

    /** The inner product: four running sums, added in the end. */
    static double dot(double[] a, double[] b) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int fours = a.length & ~3;
        for (int i = 0; i < fours; i += 4) {
            sum0 += a[i] * b[i];
            sum1 += a[i + 1] * b[i + 1];
            sum2 += a[i + 2] * b[i + 2];
            sum3 += a[i + 3] * b[i + 3];
        }
        for (int i = fours; i < a.length; i++) {
            sum0 += a[i] * b[i];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }

    /** The greatest absolute value. */
    static double maxNorm(double[] values) {
        double greatest = 0;
        for (double value : values) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        return greatest;
    }

    /** {@code target += factor * source}. */
    static void add(double[] target, double factor, double[] source) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * source[i];
        }
    }

    /** {@code target = from + length * direction}. */
    static void step(double[] from, double length, double[] direction, double[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] = from[i] + length * direction[i];
        }
    }

    /** {@code target = a - b}. */
    static void subtract(double[] a, double[] b, double[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] = a[i] - b[i];
        }
    }

    /** Multiplies every number by {@code factor}. */
    static void scale(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }
}
