package dev.embeam.fasttext;

/** FNV-1a of 32 bits over signed bytes, as fastText hashes words and n-grams. */
public final class WordHash {
    /** The hash of no bytes. */
    public static final int START = 0x811C9DC5;

    private static final int PRIME = 16_777_619;

    private WordHash() {}

    /** The hash of {@code bytes[from, to)}. */
    public static int of(byte[] bytes, int from, int to) {
        int hash = START;
        for (int i = from; i < to; i++) {
            hash = add(hash, bytes[i]);
        }
        return hash;
    }

    /** The hash with one byte more; a byte above 127 counts as the negative number it is in fastText's C++. */
    public static int add(int hash, byte next) {
        return (hash ^ next) * PRIME;
    }
}
