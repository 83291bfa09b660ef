package dev.embeam.collection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * A channel as a stream that counts what it gives, and remembers whether an exception was the file system's (try again) or
 * came from a layer above that could not make sense of the bytes (a damaged file).
 */
final class ChannelStream extends InputStream {
    private final SeekableByteChannel channel;
    private long count;
    private boolean failed;

    ChannelStream(SeekableByteChannel channel) {
        this.channel = channel;
    }

    /** Bytes given so far. */
    long count() {
        return count;
    }

    /** Whether the channel itself has thrown. */
    boolean failed() {
        return failed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            int read = channel.read(ByteBuffer.wrap(bytes, from, length));
            count += Math.max(read, 0);
            return read;
        } catch (IOException e) {
            failed = true;
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
