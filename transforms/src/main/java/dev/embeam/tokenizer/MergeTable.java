package dev.embeam.tokenizer;

import java.util.Arrays;

/** From a pair of neighbouring ids to the rank of their merge and the id it makes: an open hash table of longs. */
final class MergeTable {
    /** What {@link #find} returns when the two do not merge. */
    static final long NONE = -1;

    private static final long FREE = -1;

    private final long[] keys;
    private final long[] values;
    private final int mask;

    MergeTable(int merges) {
        int capacity = Integer.highestOneBit(Math.max(8, merges)) * 4;
        this.keys = new long[capacity];
        this.values = new long[capacity];
        this.mask = capacity - 1;
        Arrays.fill(keys, FREE);
    }

    /** Sets the merge of a pair; the last one counts. No more pairs than were announced. */
    void put(int left, int right, int rank, int merged) {
        long key = key(left, right);
        int slot = slot(key);
        keys[slot] = key;
        values[slot] = ((long) rank << 32) | merged;
    }

    /** The rank in the upper and the new id in the lower half, or {@link #NONE}. */
    long find(int left, int right) {
        long key = key(left, right);
        int slot = slot(key);
        return keys[slot] == key ? values[slot] : NONE;
    }

    static int rank(long merge) {
        return (int) (merge >>> 32);
    }

    static int merged(long merge) {
        return (int) merge;
    }

    private static long key(int left, int right) {
        return ((long) left << 32) | right;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (keys[slot] != key && keys[slot] != FREE) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
