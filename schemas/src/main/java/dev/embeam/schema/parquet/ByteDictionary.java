package dev.embeam.schema.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;

/**
 * How INT32 elements of one byte are stored in one byte: the dictionary lists all 256 values in the order of their byte, so
 * that the indices, bit-packed at eight bits each, are the bytes themselves. Every reader of Parquet knows this encoding.
 */
final class ByteDictionary {
    static final int SIZE = 256;

    private ByteDictionary() {}

    /** The dictionary: value {@code i} is byte {@code i}, as a signed or an unsigned number. */
    static DictionaryPage page(boolean signed) {
        ByteBuffer values = ByteBuffer.allocate(SIZE * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < SIZE; i++) {
            values.putInt(signed ? (byte) i : i);
        }
        return new DictionaryPage(BytesInput.from(values.array()), SIZE, Encoding.PLAIN);
    }

    /** What precedes the bytes: the bit width, and the header of one bit-packed run that takes {@link #padded} bytes. */
    static byte[] header(int values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(Byte.SIZE);
        VectorLevels.writeVarint(((padded(values) / 8L) << 1) | 1, out);
        return out.toByteArray();
    }

    /** Values rounded up to whole groups of eight, as a bit-packed run wants them. */
    static int padded(int values) {
        return Math.addExact(values, 7) & ~7;
    }
}
