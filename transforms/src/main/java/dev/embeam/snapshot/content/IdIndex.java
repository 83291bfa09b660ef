package dev.embeam.snapshot.content;

import java.util.Arrays;

/** Numbers ids, by 128 bits that stand for each, in the order in which they are first met: about 28 bytes an id. */
final class IdIndex {
    private static final int FREE = -1;

    private long[] hashes = new long[1 << 11];
    private int[] slots = new int[1 << 11];
    private int size;

    IdIndex() {
        Arrays.fill(slots, FREE);
    }

    int size() {
        return size;
    }

    /** The number of an id; below 0 for one that was not met. */
    int find(long[] hash) {
        return slots[slot(hash[0], hash[1])];
    }

    /** The number of an id, which is met now if it was not before. */
    int add(long[] hash) {
        int slot = slot(hash[0], hash[1]);
        if (slots[slot] == FREE) {
            append(hash, slot);
            return size - 1;
        }
        return slots[slot];
    }

    private void append(long[] hash, int slot) {
        if (2 * size == hashes.length) {
            hashes = Arrays.copyOf(hashes, Math.multiplyExact(2, hashes.length));
        }
        hashes[2 * size] = hash[0];
        hashes[2 * size + 1] = hash[1];
        slots[slot] = size++;
        if (2 * size > slots.length) {
            grow();
        }
    }

    private void grow() {
        slots = new int[Math.multiplyExact(2, slots.length)];
        Arrays.fill(slots, FREE);
        for (int number = 0; number < size; number++) {
            slots[slot(hashes[2 * number], hashes[2 * number + 1])] = number;
        }
    }

    private int slot(long high, long low) {
        int mask = slots.length - 1;
        int slot = (int) low & mask;
        while (slots[slot] != FREE && !(hashes[2 * slots[slot]] == high && hashes[2 * slots[slot] + 1] == low)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
