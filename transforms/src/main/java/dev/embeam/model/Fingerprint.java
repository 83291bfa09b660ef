package dev.embeam.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over everything that decides a vector: the format version below, the rules in force, both model files. Settings
 * that come to the same rules give the same fingerprint. Every part is preceded by its length.
 */
final class Fingerprint {
    /** To be changed whenever the same files and rules would give other vectors. */
    private static final String FORMAT = "embeam-vectors-1";

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The fingerprint in lower-case hexadecimal digits. */
    static String of(EncodingRules rules, byte[] tokenizer, ModelFolder folder, String weights) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(FORMAT.getBytes(StandardCharsets.UTF_8));
        fingerprint.add(rules.semantics().name().getBytes(StandardCharsets.UTF_8));
        fingerprint.add(rules.dim());
        fingerprint.add(rules.normalizeWidth() ? 1 : 0);
        fingerprint.add(rules.normalizeDim() ? 1 : 0);
        fingerprint.add(rules.maxTokens());
        fingerprint.add(rules.prompt().getBytes(StandardCharsets.UTF_8));
        fingerprint.add(rules.charsmapReading().name().getBytes(StandardCharsets.UTF_8));
        fingerprint.add(tokenizer);
        fingerprint.add(folder, weights);
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void add(int value) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, value));
    }

    private void add(byte[] part) {
        add(part.length);
        digest.update(part);
    }

    private void add(ModelFolder folder, String name) {
        try (SeekableByteChannel channel = folder.open(name)) {
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, channel.size()));
            ByteBuffer chunk = ByteBuffer.allocate(1 << 20);
            while (channel.read(chunk.clear()) >= 0) {
                digest.update(chunk.flip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder.describe(name) + ": " + e.getMessage(), e);
        }
    }
}
