package dev.embeam.identity;

import dev.embeam.schema.TextColumn;

/**
 * The first 128 bits of the SHA-256 of an id's UTF-16 code units. Among a billion different ids two are taken for equal
 * with a chance of about 10^-21, and nobody can make ids that are. Not thread-safe.
 */
public final class IdHasher {
    private final Digest128 digest = new Digest128();
    private byte[] bytes = new byte[256];

    /** A hasher for one thread. */
    public IdHasher() {}

    /** Hashes id {@code i} into {@code out[at]} and {@code out[at + 1]}. */
    public void hash(TextColumn ids, int i, long[] out, int at) {
        int from = ids.offsets()[i];
        int length = ids.offsets()[i + 1] - from;
        if (bytes.length < 2L * length) {
            bytes = new byte[Math.multiplyExact(4, length)];
        }
        for (int j = 0; j < length; j++) {
            char unit = ids.chars()[from + j];
            bytes[2 * j] = (byte) (unit >>> 8);
            bytes[2 * j + 1] = (byte) unit;
        }
        digest.hash(bytes, 2 * length, out, at);
    }
}
