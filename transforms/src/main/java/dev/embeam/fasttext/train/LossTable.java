package dev.embeam.fasttext.train;

/** Negative logarithms from a table of 513 entries, as fastText takes the losses it reports. Stateless. */
final class LossTable {
    private static final int STEPS = 512;
    private static final double LEAST = 1e-5;
    private static final float[] LOGARITHMS = new float[STEPS + 1];

    static {
        for (int i = 0; i <= STEPS; i++) {
            LOGARITHMS[i] = (float) Math.log((i + LEAST) / STEPS);
        }
    }

    private LossTable() {}

    /** The negative logarithm of a number from 0 to 1. */
    static float of(float probability) {
        return -LOGARITHMS[(int) (Math.min(1, probability) * STEPS)];
    }
}
