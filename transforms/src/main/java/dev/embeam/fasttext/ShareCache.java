package dev.embeam.fasttext;

import java.util.Arrays;

/**
 * A memory of the shares of composed words, by their rows. Of fixed size: a word that comes the second time takes the place
 * of another with the same hash; words that occur once, most of them, drive nobody out and cost no write. Changes no
 * result, and takes its memory with the first word. The scratch of one thread.
 */
final class ShareCache {
    private static final int SLOTS = 1 << 12;
    private static final int MOST_ROWS = 64;
    private static final int MOST_NUMBERS = 1 << 21;
    private static final int FACTOR = 0x01000193;
    private static final int GOLDEN_RATIO = 0x9E3779B9;

    private final int dim;
    private final int shift;
    private int[] rows = {};
    /** Number of rows of the word in a slot, 0 for a free one; negative for a word that does not count. */
    private final byte[] counts;
    /** Mark of the word that last asked for the slot in vain. */
    private final int[] asked;

    private float[] shares = {};

    ShareCache(int dim) {
        this.dim = dim;
        int slots = Integer.highestOneBit(Math.max(1, Math.min(SLOTS, MOST_NUMBERS / dim)));
        shift = Integer.numberOfLeadingZeros(slots) + 1;
        counts = new byte[slots];
        asked = new int[slots];
    }

    /** The slot for the word made of {@code codes[from, to)}; -1 if it has no rows, or too many to be kept. */
    int slot(int[] codes, int from, int to) {
        if (to == from || to - from > MOST_ROWS) {
            return -1;
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * FACTOR + codes[i];
        }
        return shift == Integer.SIZE ? 0 : (hash * GOLDEN_RATIO) >>> shift;
    }

    /** Whether the slot holds that word. */
    boolean holds(int slot, int[] codes, int from, int to) {
        int start = slot * MOST_ROWS;
        return Math.abs(counts[slot]) == to - from && Arrays.equals(rows, start, start + to - from, codes, from, to);
    }

    /** Whether the word in the slot counts. */
    boolean isCounted(int slot) {
        return counts[slot] > 0;
    }

    /** Takes a word and its share into the slot, if it was the last that was not found there. */
    void put(int slot, int[] codes, int from, int to, boolean counted, float[] share) {
        int mark = FACTOR * codes[from] + codes[to - 1];
        if (asked[slot] != mark) {
            asked[slot] = mark;
            return;
        }
        if (shares.length == 0) {
            rows = new int[counts.length * MOST_ROWS];
            shares = new float[counts.length * dim];
        }
        System.arraycopy(codes, from, rows, slot * MOST_ROWS, to - from);
        counts[slot] = (byte) (counted ? to - from : from - to);
        System.arraycopy(share, 0, shares, slot * dim, dim);
    }

    /** Adds the share of the word in the slot. */
    void add(int slot, float[] sum, int at) {
        int start = slot * dim;
        for (int j = 0; j < dim; j++) {
            sum[at + j] += shares[start + j];
        }
    }
}
