package dev.embeam.tokenizer;

/**
 * A memory of short pieces and their ids. Of fixed size: a piece takes the place of another with the same hash. Changes no
 * result. The scratch of one thread.
 */
final class SegmentCache {
    private static final int SLOTS = 1 << 15;
    private static final int LONGEST = 16;
    private static final int MOST_IDS = 6;

    private final char[] pieces = new char[SLOTS * LONGEST];
    /** Length of the piece in a slot, 0 for a free one. */
    private final byte[] lengths = new byte[SLOTS];

    private final int[] ids = new int[SLOTS * MOST_IDS];
    private final byte[] counts = new byte[SLOTS];

    /** Appends the ids of a piece if it is known. */
    boolean appendKnown(char[] chars, int from, int to, TokenIds out) {
        int length = to - from;
        if (length > LONGEST) {
            return false;
        }
        int slot = slot(chars, from, to);
        if (lengths[slot] != length || !isPiece(slot, chars, from, length)) {
            return false;
        }
        out.addAll(ids, slot * MOST_IDS, slot * MOST_IDS + counts[slot]);
        return true;
    }

    private boolean isPiece(int slot, char[] chars, int from, int length) {
        int start = slot * LONGEST;
        for (int i = 0; i < length; i++) {
            if (pieces[start + i] != chars[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** Notes the ids of a piece, unless there are too many or it is too long. */
    void remember(char[] chars, int from, int to, int[] source, int count) {
        if (to - from > LONGEST || count > MOST_IDS) {
            return;
        }
        int slot = slot(chars, from, to);
        System.arraycopy(chars, from, pieces, slot * LONGEST, to - from);
        System.arraycopy(source, 0, ids, slot * MOST_IDS, count);
        lengths[slot] = (byte) (to - from);
        counts[slot] = (byte) count;
    }

    private static int slot(char[] chars, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 0x01000193 + chars[i];
        }
        hash *= 0x9E3779B9;
        return (hash ^ (hash >>> 15)) & (SLOTS - 1);
    }
}
