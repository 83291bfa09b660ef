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
 * SHA-256 over everything that decides a vector: a version of the format, the rules in force, the model's files. Settings
 * that come to the same rules give the same fingerprint. Every part is preceded by its length.
 */
public final class Fingerprint {
    /** Of static models. To be changed whenever the same files and rules would give other vectors. */
    private static final String FORMAT = "embeam-vectors-1";

    private final MessageDigest digest;

    /**
     * Begins one.
     *
     * @param format names the family and its version, to be changed whenever the same parts would give other vectors
     */
    public Fingerprint(String format) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        add(format);
    }

    /** The fingerprint in lower-case hexadecimal digits. */
    static String of(EncodingRules rules, byte[] tokenizer, ModelFolder folder, String weights) {
        Fingerprint fingerprint = new Fingerprint(FORMAT);
        fingerprint.add(rules.semantics().name());
        fingerprint.add(rules.dim());
        fingerprint.add(rules.normalizeWidth() ? 1 : 0);
        fingerprint.add(rules.normalizeDim() ? 1 : 0);
        fingerprint.add(rules.maxTokens());
        fingerprint.add(rules.prompt());
        fingerprint.add(rules.charsmapReading().name());
        fingerprint.add(tokenizer);
        fingerprint.add(folder, weights);
        return fingerprint.digits();
    }

    /** The fingerprint of all parts in lower-case hexadecimal digits; to be asked for once. */
    public String digits() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Adds a number. */
    public void add(int value) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, value));
    }

    /** Adds a text. */
    public void add(String part) {
        add(part.getBytes(StandardCharsets.UTF_8));
    }

    private void add(byte[] part) {
        add(part.length);
        digest.update(part);
    }

    /** Adds a file from its start to its end; the caller closes it. */
    public void add(SeekableByteChannel channel) throws IOException {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, channel.size()));
        ByteBuffer chunk = ByteBuffer.allocate(1 << 20);
        while (channel.read(chunk.clear()) >= 0) {
            digest.update(chunk.flip());
        }
    }

    private void add(ModelFolder folder, String name) {
        try (SeekableByteChannel channel = folder.open(name)) {
            add(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder.describe(name) + ": " + e.getMessage(), e);
        }
    }
}
