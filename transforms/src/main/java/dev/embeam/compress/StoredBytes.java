package dev.embeam.compress;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/** The bytes of a file, little endian, wherever they are. */
interface StoredBytes {
    /** How many. */
    long size();

    /** {@code [from, from + length)}, read-only and less than 2 GiB. */
    ByteBuffer slice(long from, long length) throws IOException;

    /** Of a file: mapped if it is a local one, otherwise read part by part as parts are asked for. */
    static StoredBytes of(SeekableByteChannel channel) throws IOException {
        long size = channel.size();
        return new StoredBytes() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public ByteBuffer slice(long from, long length) throws IOException {
                ByteBuffer bytes = channel instanceof FileChannel file
                        ? file.map(FileChannel.MapMode.READ_ONLY, from, length)
                        : copy(channel, from, (int) length);
                return bytes.order(ByteOrder.LITTLE_ENDIAN);
            }
        };
    }

    private static ByteBuffer copy(SeekableByteChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocateDirect(length);
        channel.position(from);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("it ends at byte " + channel.position());
            }
        }
        return bytes.flip().asReadOnlyBuffer();
    }

    /** Of an array. */
    static StoredBytes of(byte[] array) {
        ByteBuffer all = ByteBuffer.wrap(array).asReadOnlyBuffer();
        return new StoredBytes() {
            @Override
            public long size() {
                return array.length;
            }

            @Override
            public ByteBuffer slice(long from, long length) {
                return all.slice((int) from, (int) length).order(ByteOrder.LITTLE_ENDIAN);
            }
        };
    }
}
