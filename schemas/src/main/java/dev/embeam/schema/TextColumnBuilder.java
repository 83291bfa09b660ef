package dev.embeam.schema;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Builds a {@link TextColumn} text by text. Not thread-safe. {@link #build} gives the collected texts away and leaves the
 * builder empty, ready for the next batch.
 */
public final class TextColumnBuilder {
    private char[] chars = new char[256];
    private int[] offsets = new int[17];
    private int size;
    private BitSet absent = new BitSet();

    /** Appends one text. */
    public void append(String text) {
        int from = reserve(text.length());
        text.getChars(0, text.length(), chars, from);
        close(from + text.length());
    }

    /** Appends {@code length} code units of {@code source} as one text. */
    public void append(char[] source, int from, int length) {
        int start = reserve(length);
        System.arraycopy(source, from, chars, start, length);
        close(start + length);
    }

    /** Appends a text that is absent. */
    public void appendAbsent() {
        absent.set(size);
        close(offsets[size]);
    }

    /** Takes the last text back. */
    public void removeLast() {
        size--;
        absent.clear(size);
    }

    /** Number of texts so far. */
    public int size() {
        return size;
    }

    /** Number of code units so far. */
    public int length() {
        return offsets[size];
    }

    /** The column of all texts appended since the last call. */
    public TextColumn build() {
        TextColumn column = new TextColumn(Arrays.copyOf(chars, length()), Arrays.copyOf(offsets, size + 1), absent);
        size = 0;
        absent = new BitSet();
        return column;
    }

    private int reserve(int length) {
        int start = offsets[size];
        int needed = Math.addExact(start, length);
        if (needed > chars.length) {
            chars = Arrays.copyOf(chars, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, 2L * chars.length)));
        }
        return start;
    }

    private void close(int end) {
        size++;
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * offsets.length);
        }
        offsets[size] = end;
    }
}
