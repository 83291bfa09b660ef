package dev.embeam.tokenizer;

import java.util.Arrays;

/** A growing list of token ids. Not thread-safe. */
public final class TokenIds {
    private int[] ids = new int[256];
    private int size;

    /** Appends one id. */
    public void add(int id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
        }
        ids[size++] = id;
    }

    /** Appends {@code source[from, to)}. */
    public void addAll(int[] source, int from, int to) {
        int needed = Math.addExact(size, to - from);
        if (needed > ids.length) {
            ids = Arrays.copyOf(ids, Math.max(needed, 2 * size));
        }
        System.arraycopy(source, from, ids, size, to - from);
        size = needed;
    }

    /** Number of ids. */
    public int size() {
        return size;
    }

    /** Id {@code i}. */
    public int get(int i) {
        return ids[i];
    }

    /** Puts another id in the place of id {@code i}. */
    public void set(int i, int id) {
        ids[i] = id;
    }

    /** Appends all ids of another list. */
    public void addAll(TokenIds other) {
        addAll(other.ids, 0, other.size);
    }

    /** The ids themselves, of which the first {@link #size} count: until the next id is added. */
    public int[] array() {
        return ids;
    }

    /** Keeps the first {@code newSize} ids. */
    public void truncate(int newSize) {
        size = Math.min(size, newSize);
    }

    /** Takes out the ids from {@code from} (inclusive) to {@code to} (exclusive). */
    public void remove(int from, int to) {
        System.arraycopy(ids, to, ids, from, size - to);
        size -= to - from;
    }

    /** A copy of the ids. */
    public int[] toArray() {
        return Arrays.copyOf(ids, size);
    }
}
