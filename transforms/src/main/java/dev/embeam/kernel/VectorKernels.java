package dev.embeam.kernel;

/**
 * Arithmetic on stretches of float arrays, checked: a stretch that leaves its array is an {@link IllegalArgumentException}
 * that names both numbers. Stateless, allocates nothing, and gives the same bits on every machine, with vectors or without;
 * {@link VectorOps} states the orders of sums.
 */
public final class VectorKernels {
    /** The smallest divisor of {@link #normalize}: what sentence-transformers and PyTorch take. */
    public static final float SMALLEST_NORM = 1e-12f;

    private VectorKernels() {}

    /** Which implementation runs in this JVM: {@code scalar}, or {@code simd-} and the bits of a vector. */
    public static String provider() {
        return VectorOpsProvider.OPS.name();
    }

    /** The inner product of {@code a[aAt, aAt + length)} and {@code b[bAt, bAt + length)}; 0 for no length. */
    public static float dot(float[] a, int aAt, float[] b, int bAt, int length) {
        check(a.length, aAt, length);
        check(b.length, bAt, length);
        return VectorOpsProvider.OPS.dot(a, aAt, b, bAt, length);
    }

    /** The squared Euclidean norm: the inner product with itself. */
    public static float squaredNorm(float[] values, int at, int length) {
        return dot(values, at, values, at, length);
    }

    /** Multiplies every number by {@code factor}. */
    public static void scale(float[] values, int at, int length, float factor) {
        check(values.length, at, length);
        VectorOpsProvider.OPS.scale(values, at, length, factor);
    }

    /** Adds {@code factor} times {@code values[from, from + length)} to {@code sum[at, at + length)}, in single precision. */
    public static void addScaled(float[] values, int from, float factor, float[] sum, int at, int length) {
        check(values.length, from, length);
        check(sum.length, at, length);
        VectorOpsProvider.OPS.addScaled(values, from, factor, sum, at, length);
    }

    /** Divides every number by {@code divisor}. */
    public static void divide(float[] values, int at, int length, float divisor) {
        check(values.length, at, length);
        VectorOpsProvider.OPS.divide(values, at, length, divisor);
    }

    /** Divides by the Euclidean norm, or by {@link #SMALLEST_NORM} where the norm is smaller: zero stays zero. */
    public static void normalize(float[] values, int at, int length) {
        float norm = (float) Math.sqrt(squaredNorm(values, at, length));
        divide(values, at, length, Math.max(norm, SMALLEST_NORM));
    }

    private static void check(int arrayLength, int at, int length) {
        if (at < 0 || length < 0 || at > arrayLength - length) {
            throw new IllegalArgumentException(
                    length + " numbers from " + at + " do not fit in an array of " + arrayLength + " numbers");
        }
    }
}
