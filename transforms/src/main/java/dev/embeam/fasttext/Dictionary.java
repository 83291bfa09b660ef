package dev.embeam.fasttext;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The words and labels of a model, by their bytes: words may be no valid UTF-8. Entries are numbered from 0, words before
 * labels. Where the same bytes stand twice, the lowest number is found. Immutable, shared between threads.
 */
public final class Dictionary {
    /** What is found where there is no such entry. */
    public static final int NONE = -1;
    /** What begins a label. */
    public static final String LABEL_PREFIX = "__label__";
    /** What stands for the end of a line. */
    public static final String END_OF_LINE = "</s>";

    private static final byte[] END_BYTES = END_OF_LINE.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PREFIX_BYTES = LABEL_PREFIX.getBytes(StandardCharsets.US_ASCII);
    private static final int GOLDEN_RATIO = 0x9E3779B9;

    private final byte[] bytes;
    private final int[] offsets;
    private final long[] counts;
    private final int words;
    private final long tokens;
    private final Optional<PrunedBuckets> pruned;
    private final int[] slots;

    /**
     * @param bytes of all entries, end to end; belong to the dictionary
     * @param offsets one more than entries, from 0
     * @param counts how often each entry occurred in training
     * @param words how many of the entries are words; the others are labels
     * @param tokens read in training, those left out of the dictionary too
     * @param pruned the buckets that are left, or nothing if the model was never pruned
     */
    public Dictionary(
            byte[] bytes, int[] offsets, long[] counts, int words, long tokens, Optional<PrunedBuckets> pruned) {
        if (offsets.length != counts.length + 1 || words < 0 || words > counts.length) {
            throw new IllegalArgumentException("there are " + offsets.length + " offsets, " + counts.length
                    + " counts and " + words + " words; expected one offset more than counts, and no more words");
        }
        this.bytes = bytes;
        this.offsets = offsets;
        this.counts = counts;
        this.words = words;
        this.tokens = tokens;
        this.pruned = pruned;
        slots = new int[(int) Math.min(Integer.MAX_VALUE - 8, counts.length + counts.length / 2 + 1L)];
        fill();
    }

    private void fill() {
        Arrays.fill(slots, NONE);
        for (int entry = 0; entry < size(); entry++) {
            int hash = WordHash.of(bytes, offsets[entry], offsets[entry + 1]);
            int slot = slot(bytes, offsets[entry], offsets[entry + 1], hash);
            if (slots[slot] == NONE) {
                slots[slot] = entry;
            }
        }
    }

    /** The number of the entry {@code text[from, to)} with this {@link WordHash}, or {@link #NONE}. */
    public int find(byte[] text, int from, int to, int hash) {
        return slots[slot(text, from, to, hash)];
    }

    /**
     * The same for words alone: a label taken for a word is an unknown one. (The fasttext tool stops at an assertion there, or
     * takes the row of an n-gram.)
     */
    public int findWord(byte[] text, int from, int to, int hash) {
        int entry = find(text, from, to, hash);
        return entry < words ? entry : NONE;
    }

    /** The lowest entry with the same bytes. */
    int first(int entry) {
        int from = offsets[entry];
        int to = offsets[entry + 1];
        return find(bytes, from, to, WordHash.of(bytes, from, to));
    }

    private int slot(byte[] text, int from, int to, int hash) {
        int slot = (int) ((((hash * GOLDEN_RATIO) & 0xFFFFFFFFL) * slots.length) >>> Integer.SIZE);
        while (slots[slot] != NONE && !isEntry(slots[slot], text, from, to)) {
            slot = slot + 1 == slots.length ? 0 : slot + 1;
        }
        return slot;
    }

    /** Whether {@code text[from, to)} is what stands at an entry. */
    boolean isEntry(int entry, byte[] text, int from, int to) {
        return Arrays.equals(bytes, offsets[entry], offsets[entry + 1], text, from, to);
    }

    /** Words and labels. */
    public int size() {
        return counts.length;
    }

    /** Number of words: entries {@code [0, words())}. */
    public int words() {
        return words;
    }

    /** Number of labels: entries {@code [words(), size())}. */
    public int labels() {
        return size() - words;
    }

    /** Tokens read in training. */
    public long tokens() {
        return tokens;
    }

    /** How often an entry occurred in training. */
    public long count(int entry) {
        return counts[entry];
    }

    /** A copy of the bytes of an entry. */
    public byte[] bytes(int entry) {
        return Arrays.copyOfRange(bytes, offsets[entry], offsets[entry + 1]);
    }

    /** An entry as text; bytes that are no UTF-8 become replacement characters. */
    public String text(int entry) {
        return new String(bytes, offsets[entry], offsets[entry + 1] - offsets[entry], StandardCharsets.UTF_8);
    }

    /** The buckets that are left, or nothing if the model was never pruned. */
    public Optional<PrunedBuckets> pruned() {
        return pruned;
    }

    /** Bytes in memory, but for the kept buckets. */
    public long memory() {
        return bytes.length + (long) Integer.BYTES * (offsets.length + slots.length) + (long) Long.BYTES * size();
    }

    /** A copy of the bytes of {@link #END_OF_LINE}. */
    static byte[] endOfLine() {
        return END_BYTES.clone();
    }

    /** Whether {@code text[from, to)} is the end of a line. */
    public static boolean isEndOfLine(byte[] text, int from, int to) {
        return Arrays.equals(text, from, to, END_BYTES, 0, END_BYTES.length);
    }

    /** Whether {@code text[from, to)} begins as labels do. */
    public static boolean looksLikeLabel(byte[] text, int from, int to) {
        return to - from >= PREFIX_BYTES.length
                && Arrays.equals(text, from, from + PREFIX_BYTES.length, PREFIX_BYTES, 0, PREFIX_BYTES.length);
    }
}
