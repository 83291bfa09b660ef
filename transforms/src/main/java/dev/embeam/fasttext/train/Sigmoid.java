package dev.embeam.fasttext.train;

/** The logistic function and the negative logarithm, both from tables of 513 entries as fastText has them. Stateless. */
final class Sigmoid {
    private static final int STEPS = 512;
    private static final float LARGEST = 8;
    private static final float[] VALUES = new float[STEPS + 1];
    private static final float[] LOGARITHMS = new float[STEPS + 1];

    static {
        for (int i = 0; i <= STEPS; i++) {
            float x = i * 2 * LARGEST / STEPS - LARGEST;
            VALUES[i] = (float) (1.0 / (1.0 + (float) Math.exp(-x)));
            LOGARITHMS[i] = (float) Math.log((i + 1e-5) / STEPS);
        }
    }

    private Sigmoid() {}

    /** The logistic function: 0 below -8, 1 above 8. */
    static float of(float x) {
        if (x < -LARGEST) {
            return 0;
        }
        return x > LARGEST ? 1 : VALUES[(int) ((x + LARGEST) * STEPS / LARGEST / 2)];
    }

    /** The negative logarithm of a number from 0 to 1. */
    static float loss(float probability) {
        return -LOGARITHMS[(int) (Math.min(1, probability) * STEPS)];
    }
}
