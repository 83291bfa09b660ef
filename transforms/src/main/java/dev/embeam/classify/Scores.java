package dev.embeam.classify;

import dev.embeam.libstdcxx.FloatExponential;

/** The scores by which fastText orders labels: logarithms that never meet 0. */
final class Scores {
    private static final double LEAST = 1e-5;

    private Scores() {}

    /** The logarithm of {@code p + 1e-5}, in double precision and then rounded. */
    static float of(float p) {
        return (float) Math.log(p + LEAST);
    }

    /** The probability that is reported for a score: up to 1.00001. */
    static float probability(float score) {
        return FloatExponential.of(score);
    }

    /** A probability below which all have a score below this one, so that their logarithm need not be taken. */
    static float below(float score) {
        double probability = Math.exp(Math.nextDown(Math.nextDown(score))) - LEAST;
        return (float) (probability - 1e-6 * Math.abs(probability));
    }

    /** The logistic function in single precision. */
    static float sigmoid(float x) {
        return 1 / (1 + FloatExponential.of(-x));
    }
}
