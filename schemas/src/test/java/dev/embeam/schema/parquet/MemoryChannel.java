package dev.embeam.schema.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A file in memory: written once, or read. */
final class MemoryChannel implements SeekableByteChannel {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ByteBuffer source;
    private boolean open = true;

    MemoryChannel() {
        this(new byte[0]);
    }

    MemoryChannel(byte[] bytes) {
        source = ByteBuffer.wrap(bytes);
    }

    byte[] written() {
        return written.toByteArray();
    }

    @Override
    public int write(ByteBuffer bytes) {
        // Half at a time, as a channel may do.
        byte[] part = new byte[(bytes.remaining() + 1) / 2];
        bytes.get(part);
        written.writeBytes(part);
        return part.length;
    }

    @Override
    public int read(ByteBuffer bytes) {
        if (!source.hasRemaining()) {
            return -1;
        }
        byte[] part = new byte[Math.min(bytes.remaining(), source.remaining())];
        source.get(part);
        bytes.put(part);
        return part.length;
    }

    @Override
    public long position() {
        return source.position();
    }

    @Override
    public SeekableByteChannel position(long position) {
        source.position((int) Math.min(position, source.limit()));
        return this;
    }

    @Override
    public long size() {
        return source.limit();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new UnsupportedOperationException("a channel that is only read");
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
