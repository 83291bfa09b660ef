package dev.embeam.fasttext;

import java.util.Arrays;

/**
 * Which buckets of n-grams a pruned model has kept, and under which number: an open table of pairs at four fifths of its
 * room. Immutable, shared between threads.
 */
public final class PrunedBuckets {
    /** A bucket that was dropped. */
    public static final int DROPPED = -1;

    private static final int FREE = -1;
    private static final int GOLDEN_RATIO = 0x9E3779B9;

    private final int[] keys;
    private final int[] values;
    private final int size;

    private PrunedBuckets(int[] keys, int[] values, int size) {
        this.keys = keys;
        this.values = values;
        this.size = size;
    }

    /**
     * The buckets {@code kept}, numbered as they come.
     *
     * @throws IllegalArgumentException if one comes twice or is negative
     */
    public static PrunedBuckets of(int[] kept) {
        int[] numbers = new int[kept.length];
        Arrays.setAll(numbers, i -> i);
        return of(kept, numbers);
    }

    /** The buckets {@code kept[i]} under the numbers {@code numbers[i]}. */
    static PrunedBuckets of(int[] kept, int[] numbers) {
        int room = Math.addExact(kept.length, kept.length / 4 + 1);
        PrunedBuckets table = new PrunedBuckets(new int[room], new int[room], kept.length);
        Arrays.fill(table.keys, FREE);
        for (int i = 0; i < kept.length; i++) {
            int slot = table.slot(kept[i]);
            if (kept[i] < 0 || table.keys[slot] != FREE) {
                throw new IllegalArgumentException("bucket " + kept[i] + " is negative or kept twice");
            }
            table.keys[slot] = kept[i];
            table.values[slot] = numbers[i];
        }
        return table;
    }

    /** The number of a bucket, or {@link #DROPPED}. */
    public int find(int bucket) {
        int slot = slot(bucket);
        return keys[slot] == FREE ? DROPPED : values[slot];
    }

    /** Number of buckets kept. */
    public int size() {
        return size;
    }

    /** The kept buckets in the order of their numbers. */
    public int[] kept() {
        int[] kept = new int[size];
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != FREE) {
                kept[values[slot]] = keys[slot];
            }
        }
        return kept;
    }

    private int slot(int bucket) {
        int slot = (int) ((((bucket * GOLDEN_RATIO) & 0xFFFFFFFFL) * keys.length) >>> Integer.SIZE);
        while (keys[slot] != FREE && keys[slot] != bucket) {
            slot = slot + 1 == keys.length ? 0 : slot + 1;
        }
        return slot;
    }
}
