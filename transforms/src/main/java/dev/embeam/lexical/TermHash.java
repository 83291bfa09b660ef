package dev.embeam.lexical;

/**
 * A 64-bit hash of a term that never changes: FNV-1a over its UTF-16 code units (each mixed in whole), then the final mixing
 * steps of MurmurHash3. Among a million different terms two have the same hash with a chance of 3 in 10^8.
 */
final class TermHash {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private TermHash() {}

    static long of(char[] chars, int from, int length) {
        long hash = BASIS;
        for (int i = from; i < from + length; i++) {
            hash = (hash ^ chars[i]) * PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
