package dev.embeam.identity;

import dev.embeam.schema.TextColumn;

/**
 * A set of hashes of contents, 20 bytes each: an open-addressing table of 128 bits a slot. To be filled by one thread;
 * afterwards any number may ask.
 */
public final class ContentHashes {
    private static final int DIGITS = 32;

    private final long[] slots;
    private final int count;

    /** A set for this many hashes. */
    public ContentHashes(long capacity) {
        count = Math.toIntExact(capacity + capacity / 4 + 1);
        slots = new long[Math.multiplyExact(2, count)];
    }

    /** Adds a hash; the one of zeros alone is not kept. */
    public void add(long high, long low) {
        int slot = find(high, low);
        slots[slot] = high;
        slots[slot + 1] = low;
    }

    /** Adds a hash that is written in hexadecimal digits. */
    public void add(TextColumn digits, int i) {
        int from = digits.offsets()[i];
        if (digits.offsets()[i + 1] - from != DIGITS) {
            throw new IllegalArgumentException(
                    "content hash \"" + digits.get(i) + "\" has other than " + DIGITS + " digits");
        }
        add(number(digits.chars(), from), number(digits.chars(), from + DIGITS / 2));
    }

    private static long number(char[] digits, int from) {
        long value = 0;
        for (int i = from; i < from + DIGITS / 2; i++) {
            value = (value << 4) | Character.digit(digits[i], 16);
        }
        return value;
    }

    /** Whether a hash was added. */
    public boolean contains(long high, long low) {
        int slot = find(high, low);
        return (slots[slot] | slots[slot + 1]) != 0;
    }

    /** Writes a hash as hexadecimal digits. */
    static void write(long high, long low, char[] digits) {
        for (int i = 0; i < DIGITS / 2; i++) {
            int shift = 4 * (DIGITS / 2 - 1 - i);
            digits[i] = Character.forDigit((int) (high >>> shift) & 15, 16);
            digits[i + DIGITS / 2] = Character.forDigit((int) (low >>> shift) & 15, 16);
        }
    }

    /** Where the hash is, or the free slot where it would be. Hashes are uniform: their own bits choose the slot. */
    private int find(long high, long low) {
        int slot = (int) (((high >>> 33) * count) >>> 31);
        while ((slots[2 * slot] != high || slots[2 * slot + 1] != low)
                && (slots[2 * slot] | slots[2 * slot + 1]) != 0) {
            slot = slot + 1 == count ? 0 : slot + 1;
        }
        return 2 * slot;
    }
}
