package dev.embeam.lexical;

import java.io.Serializable;
import java.util.Arrays;

/** Counts of terms by their {@link TermHash}, in the order in which the terms were first met. */
final class HashCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Position of a hash in the lists plus one; 0 is free. */
    private int[] slots = new int[64];

    private long[] hashes = new long[32];
    private int[] counts = new int[32];
    private int size;

    /** Counts one more. */
    void add(long hash) {
        int slot = slot(hash);
        if (slots[slot] == 0) {
            append(hash);
        } else {
            counts[slots[slot] - 1]++;
        }
    }

    /** How often a hash was met. */
    int get(long hash) {
        int slot = slots[slot(hash)];
        return slot == 0 ? 0 : counts[slot - 1];
    }

    /** How many different hashes there are. */
    int size() {
        return size;
    }

    /** The one that was met first as number {@code i}. */
    long hash(int i) {
        return hashes[i];
    }

    /** How often that one was met. */
    int count(int i) {
        return counts[i];
    }

    /** The different hashes in the order of their first occurrence. */
    long[] hashes() {
        return Arrays.copyOf(hashes, size);
    }

    /** Forgets all, at a cost that grows with what was counted, not with the room for it. */
    void clear() {
        // Backwards: an entry never stands in a chain before one that came earlier, so each is still found.
        for (int i = size - 1; i >= 0; i--) {
            slots[slot(hashes[i])] = 0;
        }
        size = 0;
    }

    private int slot(long hash) {
        int slot = (int) hash & (slots.length - 1);
        while (slots[slot] != 0 && hashes[slots[slot] - 1] != hash) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void append(long hash) {
        if (2 * (size + 1) > slots.length) {
            grow();
        }
        hashes[size] = hash;
        counts[size] = 1;
        slots[slot(hash)] = ++size;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        hashes = Arrays.copyOf(hashes, slots.length / 2);
        counts = Arrays.copyOf(counts, slots.length / 2);
        for (int i = 0; i < size; i++) {
            int slot = (int) hashes[i] & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = i + 1;
        }
    }
}
