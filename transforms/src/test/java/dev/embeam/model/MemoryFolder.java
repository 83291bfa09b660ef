package dev.embeam.model;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A folder whose files all have the same bytes, held in memory. */
record MemoryFolder(byte[] bytes) implements ModelFolder {
    @Override
    public String location() {
        return "memory";
    }

    @Override
    public boolean exists(String name) {
        return true;
    }

    @Override
    public SeekableByteChannel open(String name) {
        return new MemoryChannel(bytes);
    }

    private static final class MemoryChannel implements SeekableByteChannel {
        private final byte[] bytes;
        private int position;

        private MemoryChannel(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read(ByteBuffer target) {
            if (position >= bytes.length) {
                return -1;
            }
            // At most seven bytes at a time: readers must ask again.
            int count = Math.min(7, Math.min(target.remaining(), bytes.length - position));
            target.put(bytes, position, count);
            position += count;
            return count;
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long newPosition) {
            position = Math.toIntExact(newPosition);
            return this;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}

        @Override
        public int write(ByteBuffer source) {
            throw new UnsupportedOperationException("read only");
        }

        @Override
        public SeekableByteChannel truncate(long newSize) {
            throw new UnsupportedOperationException("read only");
        }
    }
}
