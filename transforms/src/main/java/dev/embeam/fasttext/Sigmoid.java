package dev.embeam.fasttext;

import dev.embeam.libstdcxx.FloatExponential;

/** The logistic function as fastText tabulates it: 512 steps of 1/32 from -8 to 8, 0 below and 1 above. Stateless. */
public final class Sigmoid {
    private static final int STEPS = 512;
    private static final int BOUND = 8;
    private static final float[] VALUES = values();

    private Sigmoid() {}

    private static float[] values() {
        float[] values = new float[STEPS + 1];
        for (int i = 0; i < values.length; i++) {
            float x = (float) (i * 2 * BOUND) / STEPS - BOUND;
            // The sum is one of doubles, unlike that of hierarchical softmax.
            values[i] = (float) (1.0 / (1.0 + FloatExponential.of(-x)));
        }
        return values;
    }

    /** The value of the step at or below {@code x}; the lowest for NaN. */
    public static float of(float x) {
        if (x < -BOUND) {
            return 0;
        }
        return x > BOUND ? 1 : VALUES[(int) ((x + BOUND) * STEPS / BOUND / 2)];
    }
}
