package dev.embeam.lexical;

import java.io.Reader;

/** Reads a stretch of an array, and then another. */
final class CharsReader extends Reader {
    private char[] chars = {};
    private int at;
    private int end;

    /** Reads {@code from .. to} next, end exclusive. */
    void restart(char[] source, int from, int to) {
        chars = source;
        at = from;
        end = to;
    }

    @Override
    public int read(char[] target, int offset, int length) {
        if (length > 0 && at == end) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(chars, at, target, offset, count);
        at += count;
        return count;
    }

    @Override
    public void close() {
        at = end;
    }
}
