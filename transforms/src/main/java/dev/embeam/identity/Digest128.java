package dev.embeam.identity;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The first 128 bits of SHA-256, without allocating anything. Not thread-safe. */
final class Digest128 {
    private final MessageDigest digest;
    private final byte[] hash = new byte[32];

    Digest128() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /** Hashes the first {@code length} bytes into {@code out[at]} and {@code out[at + 1]}. */
    void hash(byte[] bytes, int length, long[] out, int at) {
        digest.update(bytes, 0, length);
        try {
            digest.digest(hash, 0, hash.length);
        } catch (DigestException impossible) {
            throw new IllegalStateException(impossible);
        }
        out[at] = bigEndian(0);
        out[at + 1] = bigEndian(Long.BYTES);
    }

    private long bigEndian(int from) {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = (value << 8) | (hash[from + i] & 0xff);
        }
        return value;
    }
}
