package dev.embeam.schema.coder;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Primitive arrays as a length and their elements in big-endian order, moved in one piece. */
final class ArrayCoding {
    private ArrayCoding() {}

    static void writeChars(char[] values, int length, DataOutputStream out) throws IOException {
        ByteBuffer bytes = prepare(length, Character.BYTES, out);
        bytes.asCharBuffer().put(values, 0, length);
        out.write(bytes.array());
    }

    static char[] readChars(DataInputStream in) throws IOException {
        char[] values = new char[in.readInt()];
        body(values.length, Character.BYTES, in).asCharBuffer().get(values);
        return values;
    }

    static void writeInts(int[] values, int length, DataOutputStream out) throws IOException {
        ByteBuffer bytes = prepare(length, Integer.BYTES, out);
        bytes.asIntBuffer().put(values, 0, length);
        out.write(bytes.array());
    }

    static int[] readInts(DataInputStream in) throws IOException {
        int[] values = new int[in.readInt()];
        body(values.length, Integer.BYTES, in).asIntBuffer().get(values);
        return values;
    }

    static void writeLongs(long[] values, DataOutputStream out) throws IOException {
        ByteBuffer bytes = prepare(values.length, Long.BYTES, out);
        bytes.asLongBuffer().put(values);
        out.write(bytes.array());
    }

    static long[] readLongs(DataInputStream in) throws IOException {
        long[] values = new long[in.readInt()];
        body(values.length, Long.BYTES, in).asLongBuffer().get(values);
        return values;
    }

    static void writeFloats(float[] values, DataOutputStream out) throws IOException {
        ByteBuffer bytes = prepare(values.length, Float.BYTES, out);
        bytes.asFloatBuffer().put(values);
        out.write(bytes.array());
    }

    static float[] readFloats(DataInputStream in) throws IOException {
        float[] values = new float[in.readInt()];
        body(values.length, Float.BYTES, in).asFloatBuffer().get(values);
        return values;
    }

    private static ByteBuffer prepare(int length, int width, DataOutputStream out) throws IOException {
        out.writeInt(length);
        return ByteBuffer.allocate(Math.multiplyExact(length, width));
    }

    private static ByteBuffer body(int length, int width, DataInputStream in) throws IOException {
        byte[] bytes = new byte[Math.multiplyExact(length, width)];
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes);
    }
}
