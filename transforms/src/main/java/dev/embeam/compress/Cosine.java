package dev.embeam.compress;

/** How near a shrunk vector is to what it was. */
final class Cosine {
    /** What the published figures add to the divisor. */
    private static final double GUARD = 1e-10;

    private Cosine() {}

    /** The cosine of two vectors; 0 where one of them is zero. */
    static double of(float[] a, float[] b) {
        double product = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int j = 0; j < a.length; j++) {
            product += (double) a[j] * b[j];
            squaresA += (double) a[j] * a[j];
            squaresB += (double) b[j] * b[j];
        }
        return product / (Math.sqrt(squaresA * squaresB) + GUARD);
    }
}
