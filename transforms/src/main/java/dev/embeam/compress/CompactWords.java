package dev.embeam.compress;

import dev.embeam.fasttext.WordHash;
import java.nio.ByteBuffer;

/**
 * The kept words, found by their bytes in the file itself. Words are sorted into groups by their hash, about four to a
 * group; a group's words lie one after the other, each as its length (a varint of seven bits a byte, lowest first) and its
 * bytes. A word's place in this order is its row. Immutable, shared between threads.
 */
final class CompactWords {
    /** What is found where there is no such word. */
    static final int NONE = -1;
    /** Bytes of a group in the directory: its first row and where its words begin, two ints. */
    static final int GROUP_BYTES = 2 * Integer.BYTES;

    private static final int WORDS_IN_A_GROUP = 4;
    private static final int GOLDEN_RATIO = 0x9E3779B9;

    private final ByteBuffer directory;
    private final ByteBuffer entries;
    private final ByteBuffer counts;
    private final int groups;

    /**
     * @param directory {@code groups + 1} pairs, the last one being the ends
     * @param entries lengths and bytes of words
     * @param counts of words, two bytes each: the upper half of a float
     */
    CompactWords(ByteBuffer directory, ByteBuffer entries, ByteBuffer counts) {
        this.directory = directory;
        this.entries = entries;
        this.counts = counts;
        groups = directory.capacity() / GROUP_BYTES - 1;
    }

    /** How many groups so many words are sorted into. */
    static int groups(int words) {
        return Math.max(1, words / WORDS_IN_A_GROUP);
    }

    /** The group of a word by its {@link WordHash}. */
    static int group(int hash, int groups) {
        return (int) ((((hash * GOLDEN_RATIO) & 0xFFFFFFFFL) * groups) >>> Integer.SIZE);
    }

    /** The row of {@code text[from, to)}, or {@link #NONE}. */
    int find(byte[] text, int from, int to) {
        return find(text, from, to, WordHash.of(text, from, to));
    }

    /** The same for whom knows the {@link WordHash}. */
    int find(byte[] text, int from, int to, int hash) {
        int group = group(hash, groups);
        int row = firstRow(group);
        int at = firstByte(group);
        int end = firstByte(group + 1);
        while (at < end) {
            int length = entries.get(at++);
            if (length < 0) {
                long longer = longLength(at, length);
                length = (int) longer;
                at = (int) (longer >>> Integer.SIZE);
            }
            if (length == to - from && isAt(at, text, from, length)) {
                return row;
            }
            at += length;
            row++;
        }
        return NONE;
    }

    /** A length of several bytes of which the first is {@code lowest}, and above it where its word begins. */
    private long longLength(int from, int lowest) {
        int at = from;
        int length = lowest & 0x7F;
        int next = lowest;
        for (int shift = 7; next < 0; shift += 7) {
            next = entries.get(at++);
            length |= (next & 0x7F) << shift;
        }
        return ((long) at << Integer.SIZE) | length;
    }

    private boolean isAt(int at, byte[] text, int from, int length) {
        for (int i = 0; i < length; i++) {
            if (entries.get(at + i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }

    private int firstRow(int group) {
        return directory.getInt(group * GROUP_BYTES);
    }

    private int firstByte(int group) {
        return directory.getInt(group * GROUP_BYTES + Integer.BYTES);
    }

    /** Number of words. */
    int size() {
        return counts.capacity() / Short.BYTES;
    }

    /** How often a word occurred in training, to two digits. */
    float count(int row) {
        return Float.intBitsToFloat(counts.getShort(row * Short.BYTES) << Short.SIZE);
    }

    /** All words in the order of their rows. */
    byte[][] words() {
        byte[][] words = new byte[size()][];
        int at = 0;
        for (int row = 0; row < words.length; row++) {
            long length = longLength(at + 1, entries.get(at));
            words[row] = new byte[(int) length];
            at = (int) (length >>> Integer.SIZE);
            entries.get(at, words[row]);
            at += words[row].length;
        }
        return words;
    }

    /**
     * Walks over all words, so that no look-up can leave the file later.
     *
     * @return what is wrong, or nothing
     */
    String fault() {
        int row = 0;
        int at = 0;
        for (int group = 0; group <= groups; group++) {
            if (firstRow(group) != row || firstByte(group) != at) {
                return "group " + group + " of words begins at row " + firstRow(group) + " and byte " + firstByte(group)
                        + " where row " + row + " and byte " + at + " were to come";
            }
            int end = group == groups ? entries.capacity() : firstByte(group + 1);
            while (group < groups && at < end && row < size()) {
                at = skip(at);
                row++;
            }
        }
        return row == size() && at == entries.capacity()
                ? ""
                : row + " words in " + at + " bytes where " + size() + " words in " + entries.capacity()
                        + " bytes were to be";
    }

    private int skip(int from) {
        int at = from;
        long length = 0;
        int next = -1;
        for (int shift = 0; next < 0 && at < entries.capacity() && shift <= 28; shift += 7) {
            next = entries.get(at++);
            length |= (long) (next & 0x7F) << shift;
        }
        return next < 0 || length > entries.capacity() - at ? Integer.MAX_VALUE : (int) (at + length);
    }
}
