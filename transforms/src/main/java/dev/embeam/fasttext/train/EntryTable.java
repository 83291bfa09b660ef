package dev.embeam.fasttext.train;

import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.WordHash;
import dev.embeam.libstdcxx.IntroSort;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Words and labels with their counts while a text is read, in the order in which they came, by their bytes. */
final class EntryTable {
    private static final int FREE = -1;
    private static final int GOLDEN_RATIO = 0x9E3779B9;
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    private final byte[] labelPrefix;
    private byte[] bytes = new byte[1 << 16];
    private int[] offsets = new int[(1 << 12) + 1];
    private long[] counts = new long[1 << 12];
    private boolean[] labels = new boolean[1 << 12];
    private int[] slots = new int[1 << 13];
    private int size;

    EntryTable(String labelPrefix) {
        this.labelPrefix = labelPrefix.getBytes(StandardCharsets.UTF_8);
        Arrays.fill(slots, FREE);
    }

    int size() {
        return size;
    }

    /** Counts one more of a token with this {@link WordHash}. */
    void count(byte[] text, int from, int to, int hash) {
        int slot = slot(text, from, to, hash);
        if (slots[slot] == FREE) {
            slots[slot] = append(text, from, to, 0, startsAsLabel(text, from, to));
        }
        counts[slots[slot]]++;
        if (2L * size > slots.length) {
            index(2 * slots.length);
        }
    }

    private boolean startsAsLabel(byte[] text, int from, int to) {
        return to - from >= labelPrefix.length
                && Arrays.equals(text, from, from + labelPrefix.length, labelPrefix, 0, labelPrefix.length);
    }

    private int append(byte[] text, int from, int to, long count, boolean label) {
        int start = offsets[size];
        int length = to - from;
        if (length > MOST_BYTES - start) {
            throw new IllegalArgumentException("the words of the training text have more than " + MOST_BYTES
                    + " bytes; expected less than 2 GiB of different words");
        }
        if (start + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(MOST_BYTES, Math.max(start + length, 2L * bytes.length)));
        }
        if (size == counts.length) {
            offsets = Arrays.copyOf(offsets, 2 * size + 1);
            counts = Arrays.copyOf(counts, 2 * size);
            labels = Arrays.copyOf(labels, 2 * size);
        }
        System.arraycopy(text, from, bytes, start, length);
        counts[size] = count;
        labels[size] = label;
        offsets[size + 1] = start + length;
        return size++;
    }

    private int slot(byte[] text, int from, int to, int hash) {
        int slot = (hash * GOLDEN_RATIO) >>> Integer.numberOfLeadingZeros(slots.length - 1);
        while (slots[slot] != FREE && !isEntry(slots[slot], text, from, to)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean isEntry(int entry, byte[] text, int from, int to) {
        return Arrays.equals(bytes, offsets[entry], offsets[entry + 1], text, from, to);
    }

    private void index(int room) {
        slots = new int[room];
        Arrays.fill(slots, FREE);
        for (int entry = 0; entry < size; entry++) {
            int hash = WordHash.of(bytes, offsets[entry], offsets[entry + 1]);
            slots[slot(bytes, offsets[entry], offsets[entry + 1], hash)] = entry;
        }
    }

    /**
     * Sorts words before labels and either by falling counts, equal ones as C++ leaves them, and drops those that occurred
     * less often than asked for.
     */
    void keep(long minCount, long minCountLabel) {
        int[] order = IntStream.range(0, size).toArray();
        IntroSort.sort(order, this::before);
        EntryTable kept = new EntryTable("");
        for (int entry : order) {
            if (counts[entry] >= (labels[entry] ? minCountLabel : minCount)) {
                kept.append(bytes, offsets[entry], offsets[entry + 1], counts[entry], labels[entry]);
            }
        }
        bytes = kept.bytes;
        offsets = kept.offsets;
        counts = kept.counts;
        labels = kept.labels;
        size = kept.size;
        index(Math.max(1 << 13, 4 * Integer.highestOneBit(Math.max(1, size))));
    }

    private boolean before(int a, int b) {
        return labels[a] == labels[b] ? counts[a] > counts[b] : labels[b];
    }

    /** The dictionary of the entries, which are in its order after {@link #keep}. */
    Dictionary dictionary(long tokens) {
        int words =
                (int) IntStream.range(0, size).filter(entry -> !labels[entry]).count();
        return new Dictionary(
                Arrays.copyOf(bytes, offsets[size]),
                Arrays.copyOf(offsets, size + 1),
                Arrays.copyOf(counts, size),
                words,
                tokens,
                Optional.empty());
    }
}
