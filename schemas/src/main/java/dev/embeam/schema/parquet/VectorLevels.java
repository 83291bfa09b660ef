package dev.embeam.schema.parquet;

import java.io.ByteArrayOutputStream;

/**
 * Repetition and definition levels of a column of vectors of one length, in Parquet's RLE/bit-packing hybrid at one bit a
 * level. Each vector starts with repetition level 0 and goes on with 1; every element is defined (1).
 */
final class VectorLevels {
    private VectorLevels() {}

    /** The repetition levels of {@code rows} vectors of {@code elements} elements. */
    static byte[] repetition(int rows, int elements) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (elements == 1) {
            run(rows, 0, out);
            return out.toByteArray();
        }
        for (int row = 0; row < rows; row++) {
            run(1, 0, out);
            run(elements - 1, 1, out);
        }
        return out.toByteArray();
    }

    /** The definition levels of {@code values} elements. */
    static byte[] definition(int values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        run(values, 1, out);
        return out.toByteArray();
    }

    private static void run(int length, int level, ByteArrayOutputStream out) {
        writeVarint((long) length << 1, out);
        out.write(level);
    }

    /** An unsigned number, seven bits a byte, lowest first. */
    static void writeVarint(long value, ByteArrayOutputStream out) {
        long rest = value;
        while (rest > 0x7f) {
            out.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
