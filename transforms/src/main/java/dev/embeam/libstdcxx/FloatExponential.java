package dev.embeam.libstdcxx;

/**
 * The single-precision exponential of GNU's C library from 2.27 on: in double precision, {@code 2^(k/32)} from a table times
 * a cubic polynomial. Its error is a little above half a unit in the last place, so that about one result in a thousand is
 * not the nearest number, which {@code (float) Math.exp(x)} is.
 */
public final class FloatExponential {
    private static final int STEPS = 32;
    private static final int STEP_BITS = 5;
    private static final double STEPS_PER_E = 0x1.71547652b82fep+0 * STEPS;
    private static final double CUBIC = 0x1.c6af84b912394p-5 / STEPS / STEPS / STEPS;
    private static final double SQUARE = 0x1.ebfce50fac4f3p-3 / STEPS / STEPS;
    private static final double LINEAR = 0x1.62e42ff0c52d6p-1 / STEPS;
    /** Beyond this the result is 0 or infinite. */
    private static final float BOUND = 104;

    private static final int MANTISSA_BITS = 52;
    private static final long[] POWERS = powers();

    private FloatExponential() {}

    private static long[] powers() {
        long[] powers = new long[STEPS];
        for (int i = 0; i < STEPS; i++) {
            powers[i] = Double.doubleToRawLongBits(StrictMath.pow(2, (double) i / STEPS));
        }
        return powers;
    }

    /** {@code e} to the power of {@code x}. */
    public static float of(float x) {
        if (Math.abs(x) > BOUND) {
            return x > 0 ? Float.POSITIVE_INFINITY : 0;
        }
        double steps = STEPS_PER_E * x;
        double whole = Math.rint(steps);
        double rest = steps - whole;
        long k = (long) whole;
        double scale = Double.longBitsToDouble(POWERS[(int) k & (STEPS - 1)] + ((k >> STEP_BITS) << MANTISSA_BITS));
        double cubicAndSquare = CUBIC * rest + SQUARE;
        return (float) ((cubicAndSquare * (rest * rest) + (LINEAR * rest + 1)) * scale);
    }
}
