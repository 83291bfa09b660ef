package dev.embeam.fasttext;

import dev.embeam.schema.CorruptDataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/**
 * The numbers of a model file, little-endian, read through one buffer. Whatever is to be read is held against what the file
 * has left before room is made for it. Not thread-safe.
 */
final class ModelInput {
    private static final int BUFFER = 1 << 18;

    private final SeekableByteChannel channel;
    private final String name;
    private final long size;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private long left;

    ModelInput(SeekableByteChannel channel, String name) throws IOException {
        this.channel = channel;
        this.name = name;
        size = channel.size();
        left = size - channel.position();
        buffer.limit(0);
    }

    /** Bytes of the file behind what was read. */
    long left() {
        return left;
    }

    int int32(String what) throws IOException {
        return need(Integer.BYTES, what).getInt();
    }

    long int64(String what) throws IOException {
        return need(Long.BYTES, what).getLong();
    }

    double float64(String what) throws IOException {
        return need(Double.BYTES, what).getDouble();
    }

    int uint8(String what) throws IOException {
        return need(1, what).get() & 0xFF;
    }

    boolean bool(String what) throws IOException {
        int value = uint8(what);
        check(value <= 1, what + " is " + value, "0 or 1");
        return value == 1;
    }

    /** A number of things of which each takes {@code bytesOfOne} bytes of what is left. */
    int count(long value, long bytesOfOne, String what) {
        check(
                value >= 0 && value <= Integer.MAX_VALUE - 8 && value <= left / bytesOfOne,
                what + " is " + value,
                "what fits into the " + left + " bytes that are left of the file; it is cut short or of another kind");
        return (int) value;
    }

    /** Fills {@code out[from, to)}. */
    void floats(float[] out, int from, int to, String what) throws IOException {
        int done = from;
        while (done < to) {
            int part = Math.min(to - done, BUFFER / Float.BYTES);
            ByteBuffer bytes = need(part * Float.BYTES, what);
            bytes.asFloatBuffer().get(out, done, part);
            bytes.position(bytes.position() + part * Float.BYTES);
            done += part;
        }
    }

    /** As many bytes. */
    byte[] bytes(int length, String what) throws IOException {
        byte[] out = new byte[count(length, 1, what)];
        int done = 0;
        while (done < length) {
            int part = Math.min(length - done, BUFFER);
            need(part, what).get(out, done, part);
            done += part;
        }
        return out;
    }

    /** Passes over bytes. */
    void skip(long length, String what) throws IOException {
        check(length >= 0 && length <= left, what + " has " + length + " bytes", "at most the " + left + " left");
        long ahead = length - buffer.remaining();
        if (ahead <= 0) {
            buffer.position(buffer.position() + (int) length);
        } else {
            buffer.limit(0);
            channel.position(channel.position() + ahead);
        }
        left -= length;
    }

    private ByteBuffer need(int length, String what) throws IOException {
        check(length <= left, "the file ends in " + what, length + " bytes more; it is cut short");
        if (buffer.remaining() < length) {
            buffer.compact();
            while (buffer.position() < length) {
                check(channel.read(buffer) >= 0, "the file ends in " + what, "the " + size + " bytes it had");
            }
            buffer.flip();
        }
        left -= length;
        return buffer;
    }

    void check(boolean holds, String actual, String expected) {
        if (!holds) {
            throw corrupt(actual, expected);
        }
    }

    CorruptDataException corrupt(String actual, String expected) {
        return new CorruptDataException(name, "byte " + (size - left), actual, expected);
    }

    /** The bytes up to the next 0, which is passed over, appended to {@code out} from {@code at} on. */
    Text text(byte[] out, int at, String what) throws IOException {
        byte[] bytes = out;
        int end = at;
        for (int next = uint8(what); next != 0; next = uint8(what)) {
            if (end == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, end + (end >> 1) + 256L));
                check(end < bytes.length, "words of more than " + end + " bytes", "less than 2 GiB of words");
            }
            bytes[end++] = (byte) next;
        }
        return new Text(bytes, end);
    }

    /** An array, grown where it had to, and how much of it is used. */
    record Text(byte[] bytes, int end) {}
}
