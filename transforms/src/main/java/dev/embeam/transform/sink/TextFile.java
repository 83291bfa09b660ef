package dev.embeam.transform.sink;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A temporary file of lines whose bytes are counted and hashed. */
final class TextFile implements Closeable {
    private final String path;
    private final MessageDigest digest;
    private final OutputStream out;
    private long bytes;

    private TextFile(String path) throws IOException {
        this.path = path;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
        OutputStream file = Channels.newOutputStream(OutputFolder.create(path));
        out = new BufferedOutputStream(new DigestOutputStream(file, digest));
    }

    static TextFile create(OutputRun run) throws IOException {
        return at(run.newPath(".jsonl"));
    }

    /** The file at this path. */
    static TextFile at(String path) throws IOException {
        return new TextFile(path);
    }

    void writeLine(String line) throws IOException {
        byte[] encoded = (line + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(encoded);
        bytes += encoded.length;
    }

    String path() {
        return path;
    }

    long bytes() {
        return bytes;
    }

    /** The hash of all bytes, to be asked for once, after closing. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
