package dev.embeam.collection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A digest of what a run would read: the stored bytes of all files in their order, and how they are read. Names of files
 * count only where ids are made of them. Each file is cut into pieces that are hashed at once.
 */
public final class InputDigest {
    private static final String FORMAT = "embeam-input-1";
    private static final long PIECE_BYTES = 32L << 20;

    private final FileAccess access;
    private final MessageDigest digest = sha256();

    private InputDigest(FileAccess access) {
        this.access = access;
    }

    /**
     * The digest in hexadecimal digits.
     *
     * @param fingerprint of the model
     * @throws IOException if a file cannot be read
     */
    public static String of(List<CollectionFile> files, ReadSettings settings, String fingerprint, FileAccess access)
            throws IOException {
        InputDigest input = new InputDigest(access);
        input.add(FORMAT);
        input.add(fingerprint);
        input.add(settings.withRunId("").toString());
        for (CollectionFile file : files) {
            input.add(file.format() + " " + file.compression() + " " + file.bytes());
            input.add(file.idField());
            input.add(file.generatesIds() ? file.label() : "");
        }
        input.addPieces(files);
        return HexFormat.of().formatHex(input.digest.digest());
    }

    private void add(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }

    private void addPieces(List<CollectionFile> files) throws IOException {
        ExecutorService executor =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<byte[]>> pieces = new ArrayList<>();
            for (CollectionFile file : files) {
                for (long from = 0; from < file.bytes(); from += PIECE_BYTES) {
                    long start = from;
                    pieces.add(executor.submit(() -> piece(file.path(), start)));
                }
            }
            for (Future<byte[]> piece : pieces) {
                digest.update(piece.get());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading the input files", e);
        } finally {
            executor.shutdownNow();
        }
    }

    private byte[] piece(String path, long from) throws IOException {
        MessageDigest piece = sha256();
        try (SeekableByteChannel channel = access.open(path)) {
            channel.position(from);
            ByteBuffer chunk = ByteBuffer.allocate(1 << 16);
            for (long left = PIECE_BYTES; left > 0; left -= chunk.limit()) {
                chunk.clear().limit((int) Math.min(chunk.capacity(), left));
                if (channel.read(chunk) < 0) {
                    break;
                }
                piece.update(chunk.flip());
            }
        }
        return piece.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
