package dev.embeam.model;

import dev.embeam.kernel.EmbeddingTable;
import dev.embeam.kernel.Float16;
import dev.embeam.kernel.FloatTable;
import dev.embeam.kernel.HalfTable;
import dev.embeam.kernel.Int8Table;
import dev.embeam.schema.CorruptDataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/**
 * Reads the first columns of all rows of a matrix, or the numbers of a list as a matrix of one column, in chunks of rows, so
 * that beside the result only one chunk is in memory. Numbers that are not finite are refused with their place.
 */
final class MatrixReader implements AutoCloseable {
    private static final int CHUNK_BYTES = 1 << 20;

    private final SeekableByteChannel channel;
    private final Tensor tensor;
    private final String source;
    private final int rows;
    private final int width;
    private final int columns;

    MatrixReader(SeekableByteChannel channel, Tensor tensor, int columns, String source) {
        this.channel = channel;
        this.tensor = tensor;
        this.source = source;
        this.rows = side(0);
        this.width = tensor.shape().size() > 1 ? side(1) : 1;
        this.columns = columns == 0 ? width : columns;
    }

    private int side(int i) {
        int sides = tensor.shape().size();
        if (sides < 1
                || sides > 2
                || tensor.shape().get(i) < 1
                || tensor.shape().get(i) > Integer.MAX_VALUE - 8) {
            throw refusal("it is " + tensor.describe(), "a matrix or a list of at least one number");
        }
        return tensor.shape().get(i).intValue();
    }

    int rows() {
        return rows;
    }

    /** The matrix as a table of the precision nearest to the file's: F16 and I8 as they are, all others as float32. */
    EmbeddingTable table() {
        return switch (tensor.type()) {
            case F16 -> HalfTable.of(rows, columns, this::halves);
            case I8 -> Int8Table.of(rows, columns, this::bytes);
            default -> FloatTable.of(rows, columns, this::floats);
        };
    }

    /** All numbers of a list, those of F64 unrounded. */
    double[] doubleList() {
        double[] list = new double[rows];
        FloatReader reader = floatReader();
        readChunks(0, rows, (chunk, from, row) -> {
            list[row] = tensor.type() == TensorType.F64 ? chunk.getDouble(from) : reader.read(chunk, from);
            checkFinite((float) list[row], row, 0);
        });
        return list;
    }

    /** All numbers of a list of whole numbers. */
    int[] intList() {
        int[] list = new int[rows];
        readChunks(0, rows, (chunk, from, row) -> list[row] = wholeNumber(chunk, from, row));
        return list;
    }

    private void halves(int firstRow, int count, short[] block) {
        readChunks(firstRow, count, (chunk, from, row) -> {
            int at = row * columns;
            for (int j = 0; j < columns; j++) {
                short half = chunk.getShort(from + Short.BYTES * j);
                block[at + j] = half;
                checkFinite(Float16.toFloat(half), firstRow + row, j);
            }
        });
    }

    private void bytes(int firstRow, int count, byte[] block) {
        readChunks(firstRow, count, (chunk, from, row) -> chunk.get(from, block, row * columns, columns));
    }

    private void floats(int firstRow, int count, float[] block) {
        FloatReader reader = floatReader();
        readChunks(firstRow, count, (chunk, from, row) -> {
            int at = row * columns;
            for (int j = 0; j < columns; j++) {
                block[at + j] = reader.read(chunk, from + tensor.type().width() * j);
                checkFinite(block[at + j], firstRow + row, j);
            }
        });
    }

    private FloatReader floatReader() {
        return switch (tensor.type()) {
            case F32 -> ByteBuffer::getFloat;
            case F64 -> (chunk, at) -> (float) chunk.getDouble(at);
            case F16 -> (chunk, at) -> Float16.toFloat(chunk.getShort(at));
            case BF16 -> (chunk, at) -> Float.intBitsToFloat(chunk.getShort(at) << 16);
            default -> throw refusal("its type is " + tensor.type(), "F32, F16, BF16, F64 or I8");
        };
    }

    private int wholeNumber(ByteBuffer chunk, int from, int row) {
        long number = switch (tensor.type()) {
            case I32 -> chunk.getInt(from);
            case I64 -> chunk.getLong(from);
            default -> throw refusal("its type is " + tensor.type(), "I32 or I64");
        };
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw refusal("entry " + row + " is " + number, "a row number");
        }
        return (int) number;
    }

    private void readChunks(int firstRow, int count, RowConsumer consumer) {
        try {
            long rowBytes = (long) width * tensor.type().width();
            int chunkRows = (int) Math.max(1, Math.min(count, CHUNK_BYTES / rowBytes));
            ByteBuffer chunk =
                    ByteBuffer.allocate(Math.toIntExact(chunkRows * rowBytes)).order(ByteOrder.LITTLE_ENDIAN);
            channel.position(tensor.position() + firstRow * rowBytes);
            for (int row = 0; row < count; row += chunkRows) {
                int now = Math.min(chunkRows, count - row);
                ModelFolder.readFully(channel, chunk.clear().limit((int) (now * rowBytes)));
                for (int i = 0; i < now; i++) {
                    consumer.accept(chunk, (int) (i * rowBytes), row + i);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source + ": " + e.getMessage(), e);
        }
    }

    private void checkFinite(float value, int row, int column) {
        if (!Float.isFinite(value)) {
            throw refusal("row " + row + ", column " + column + " is " + value, "numbers that are finite in float32");
        }
    }

    private CorruptDataException refusal(String actual, String expected) {
        return new CorruptDataException(source, "tensor \"" + tensor.name() + "\"", actual, expected);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + source + ": " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface FloatReader {
        float read(ByteBuffer chunk, int at);
    }

    /** Takes one row, which starts at {@code from} of the chunk. */
    @FunctionalInterface
    private interface RowConsumer {
        void accept(ByteBuffer chunk, int from, int row);
    }
}
