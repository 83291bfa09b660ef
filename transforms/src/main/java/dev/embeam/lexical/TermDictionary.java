package dev.embeam.lexical;

import java.io.Serializable;
import java.util.Arrays;

/** Terms numbered from 0 in the order in which they were added. Looking one up makes no string. */
final class TermDictionary implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Open addressing by {@link TermHash}: numbers of terms plus 1; 0 is free. */
    private int[] slots = new int[64];

    private int[] offsets = new int[33];
    private char[] chars = new char[256];
    private int size;

    /** Number of terms. */
    int size() {
        return size;
    }

    /** The number of a term, or -1. */
    int find(char[] source, int from, int length) {
        return slots[slot(source, from, length)] - 1;
    }

    /** The number of a term, which is added where it is new. */
    int add(char[] source, int from, int length) {
        int slot = slot(source, from, length);
        return slots[slot] > 0 ? slots[slot] - 1 : append(slot, source, from, length);
    }

    /** A term as a string. */
    String term(int number) {
        return new String(chars, offsets[number], offsets[number + 1] - offsets[number]);
    }

    private int slot(char[] source, int from, int length) {
        int slot = (int) TermHash.of(source, from, length) & (slots.length - 1);
        while (slots[slot] != 0 && !equal(slots[slot] - 1, source, from, length)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean equal(int number, char[] source, int from, int length) {
        return Arrays.equals(chars, offsets[number], offsets[number + 1], source, from, from + length);
    }

    private int append(int slot, char[] source, int from, int length) {
        int end = offsets[size] + length;
        if (end > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(end, 2 * chars.length));
        }
        System.arraycopy(source, from, chars, offsets[size], length);
        offsets[size + 1] = end;
        slots[slot] = ++size;
        if (2 * size >= slots.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        offsets = Arrays.copyOf(offsets, slots.length / 2 + 1);
        for (int i = 0; i < size; i++) {
            slots[slot(chars, offsets[i], offsets[i + 1] - offsets[i])] = i + 1;
        }
    }
}
