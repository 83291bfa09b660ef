package dev.embeam.train;

/** Makes vectors orthonormal, first to last. */
final class Orthonormal {
    /** A vector that loses more of its length than this lies in the span of those before it, but for rounding. */
    private static final double DEPENDENT = 1e-10;

    private Orthonormal() {}

    /**
     * Gram-Schmidt in place, each vector twice, which is enough for orthogonality to machine precision (L. Giraud et al.,
     * "The loss of orthogonality in the Gram-Schmidt orthogonalization process", 2005). A vector that depends on those
     * before it becomes zero.
     */
    static void make(double[][] vectors) {
        for (int i = 0; i < vectors.length; i++) {
            double length = Math.sqrt(dot(vectors[i], vectors[i]));
            removeParts(vectors, i);
            removeParts(vectors, i);
            double rest = Math.sqrt(dot(vectors[i], vectors[i]));
            scale(vectors[i], rest > DEPENDENT * length ? 1 / rest : 0);
        }
    }

    private static void removeParts(double[][] vectors, int last) {
        for (int i = 0; i < last; i++) {
            double part = dot(vectors[i], vectors[last]);
            for (int j = 0; j < vectors[last].length; j++) {
                vectors[last][j] -= part * vectors[i][j];
            }
        }
    }

    private static void scale(double[] vector, double factor) {
        for (int j = 0; j < vector.length; j++) {
            vector[j] *= factor;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
