package dev.embeam.libstdcxx;

/**
 * The generator {@code std::minstd_rand}, each state 48271 times the one before modulo 2^31 - 1, and the distributions of
 * libstdc++ over it. Not thread-safe.
 */
public final class MinimalStandard {
    private static final long MODULUS = Integer.MAX_VALUE;
    private static final long MULTIPLIER = 48_271;
    /** What lies between the smallest draw, 1, and the largest. */
    private static final long RANGE = MODULUS - 2;

    private static final double DRAWS = RANGE + 1;

    private long state;

    /** Starts with a seed, which C++ takes as unsigned; one that is 0 modulo 2^31 - 1 becomes 1. */
    public MinimalStandard(long seed) {
        long start = Long.remainderUnsigned(seed, MODULUS);
        state = start == 0 ? 1 : start;
    }

    /** The next draw, from 1 to 2^31 - 2. */
    public int next() {
        long product = state * MULTIPLIER;
        long folded = (product & MODULUS) + (product >>> 31);
        state = folded >= MODULUS ? folded - MODULUS : folded;
        return (int) state;
    }

    /** As {@code std::uniform_real_distribution<double>} on [0, 1): two draws. */
    public double uniform01() {
        double low = next() - 1;
        double high = next() - 1;
        double value = (low + high * DRAWS) / (DRAWS * DRAWS);
        return value < 1 ? value : Math.nextDown(1.0);
    }

    /** As {@code std::uniform_int_distribution<int>} on [0, bound - 1], for a positive bound. */
    public int below(int bound) {
        return (int) below((long) bound);
    }

    /** As {@code std::uniform_int_distribution<std::size_t>} on [0, bound - 1], for a positive bound. */
    public long below(long bound) {
        long last = bound - 1;
        if (RANGE > last) {
            return scaled((int) bound);
        }
        return RANGE == last ? next() - 1 : composed(last);
    }

    /** One draw, rarely more, cut into equal parts. */
    private int scaled(int bound) {
        int scale = (int) RANGE / bound;
        int past = bound * scale;
        int draw = next() - 1;
        while (draw >= past) {
            draw = next() - 1;
        }
        return draw / scale;
    }

    /** A draw for the upper part of the number and one for the lower. */
    private long composed(long last) {
        while (true) {
            long upper = (RANGE + 1) * below(last / (RANGE + 1) + 1);
            long value = upper + (next() - 1);
            boolean wrapped = Long.compareUnsigned(value, upper) < 0;
            if (!wrapped && Long.compareUnsigned(value, last) <= 0) {
                return value;
            }
        }
    }
}
