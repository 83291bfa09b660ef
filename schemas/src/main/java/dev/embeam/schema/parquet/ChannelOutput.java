package dev.embeam.schema.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** The place a Parquet file is written to: a channel, whose bytes are counted and hashed on their way. */
final class ChannelOutput extends PositionOutputStream implements OutputFile {
    /** Parquet writes in pieces of a few kilobytes; hashing and channels want larger ones. */
    private static final int BUFFER_BYTES = 256 << 10;

    private final WritableByteChannel channel;
    private final MessageDigest digest;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int buffered;
    private long flushed;

    ChannelOutput(WritableByteChannel channel) {
        this.channel = channel;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    @Override
    public long getPos() {
        return flushed + buffered;
    }

    @Override
    public void write(int value) throws IOException {
        if (buffered == buffer.length) {
            drain();
        }
        buffer[buffered++] = (byte) value;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (length > buffer.length - buffered) {
            drain();
        }
        if (length >= buffer.length) {
            send(bytes, from, length);
        } else {
            System.arraycopy(bytes, from, buffer, buffered, length);
            buffered += length;
        }
    }

    private void drain() throws IOException {
        send(buffer, 0, buffered);
        buffered = 0;
    }

    private void send(byte[] bytes, int from, int length) throws IOException {
        digest.update(bytes, from, length);
        ByteBuffer rest = ByteBuffer.wrap(bytes, from, length);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        flushed += length;
    }

    /** Closes the channel after the last byte. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            drain();
            channel.close();
        }
    }

    /** The hash of all bytes, to be asked for once, after closing. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) {
        return this;
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
        return this;
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }
}
