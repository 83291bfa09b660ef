package dev.embeam.tokenizer;

import java.util.Arrays;

/** A growing run of UTF-16 code units: the scratch text of one thread. {@code array} is replaced when it grows. */
final class Characters {
    char[] array = new char[1024];
    int length;

    void clear() {
        length = 0;
    }

    void append(char unit) {
        if (length == array.length) {
            grow(length + 1);
        }
        array[length++] = unit;
    }

    void append(char[] source, int from, int to) {
        int needed = Math.addExact(length, to - from);
        if (needed > array.length) {
            grow(needed);
        }
        System.arraycopy(source, from, array, length, to - from);
        length = needed;
    }

    /** Makes room for {@code extra} more units and returns the array to put them in; the length stays as it is. */
    char[] reserve(int extra) {
        int needed = Math.addExact(length, extra);
        if (needed > array.length) {
            grow(needed);
        }
        return array;
    }

    void append(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i));
        }
    }

    void appendCodePoint(int codePoint) {
        if (Character.isBmpCodePoint(codePoint)) {
            append((char) codePoint);
        } else {
            append(Character.highSurrogate(codePoint));
            append(Character.lowSurrogate(codePoint));
        }
    }

    private void grow(int needed) {
        array = Arrays.copyOf(array, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, 2L * array.length)));
    }

    @Override
    public String toString() {
        return new String(array, 0, length);
    }
}
