package dev.embeam.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes one float32 table as a safetensors file: the length of the header as a 64-bit little-endian number, the header in
 * JSON padded with spaces so that the values begin at a multiple of 8, then the values, row-major and little-endian.
 */
public final class SafetensorsWriter {
    private static final int ALIGNMENT = 8;

    private static final int CHUNK_VALUES = 16_384;

    private SafetensorsWriter() {}

    /**
     * Writes or replaces {@code file}; equal arguments give equal bytes.
     *
     * @param tensor its name: letters, digits, dots and underscores
     * @param values {@code float[rows * columns]}, row-major
     * @throws IllegalArgumentException if the values do not fill whole rows, or if the name holds another character
     */
    public static void write(Path file, String tensor, float[] values, int columns) throws IOException {
        if (columns < 1 || values.length % columns != 0) {
            throw new IllegalArgumentException(tensor + " has " + values.length + " values for " + columns
                    + " columns; expected whole rows of at least 1 column");
        }
        byte[] header = header(tensor, values.length / columns, columns);
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] length = new byte[Long.BYTES];
            littleEndian(length).putLong(header.length);
            out.write(length);
            out.write(header);
            writeValues(out, values);
        }
    }

    private static byte[] header(String tensor, int rows, int columns) {
        if (!tensor.matches("[A-Za-z0-9._]+")) {
            throw new IllegalArgumentException(
                    "the tensor's name is '" + tensor + "'; expected letters, digits, dots and underscores");
        }
        long bytes = (long) rows * columns * Float.BYTES;
        String json = "{\"" + tensor + "\":{\"dtype\":\"F32\",\"shape\":[" + rows + "," + columns
                + "],\"data_offsets\":[0," + bytes + "]}}";
        int padding = (ALIGNMENT - json.length() % ALIGNMENT) % ALIGNMENT;
        return (json + " ".repeat(padding)).getBytes(StandardCharsets.UTF_8);
    }

    private static void writeValues(OutputStream out, float[] values) throws IOException {
        byte[] chunk = new byte[CHUNK_VALUES * Float.BYTES];
        FloatBuffer buffer = littleEndian(chunk).asFloatBuffer();
        for (int start = 0; start < values.length; start += CHUNK_VALUES) {
            int count = Math.min(CHUNK_VALUES, values.length - start);
            buffer.clear().put(values, start, count);
            out.write(chunk, 0, count * Float.BYTES);
        }
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
