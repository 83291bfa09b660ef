package dev.embeam.compress;

import dev.embeam.kernel.Float16;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;

/** Brings rows into a {@link RowForm}. */
final class RowCoder {
    /** Every squared error counts alike. */
    static final Weights ALIKE = (row, squaredNorm) -> 1;
    /** Every direction counts alike, however long its row is. */
    static final Weights BY_DIRECTION = (row, squaredNorm) -> squaredNorm > 0 ? 1 / squaredNorm : 0;

    private final int dim;
    private final int count;
    private final Rows rows;

    /** Reads a row. */
    @FunctionalInterface
    interface Rows {
        /** Fills the whole of {@code out}; called by several threads. */
        void read(int row, float[] out);
    }

    /** How much the squared error of a row counts. */
    @FunctionalInterface
    interface Weights {
        double weight(int row, double squaredNorm);
    }

    RowCoder(int dim, int count, Rows rows) {
        this.dim = dim;
        this.count = count;
        this.rows = rows;
    }

    /** The rows in a form; weights matter to codes alone. */
    CodedTable code(RowForm form, ProductSettings settings, Weights weights) {
        if (count == 0) {
            return CodedTable.empty(form, dim, settings.norms());
        }
        return switch (form.kind()) {
            case FLOAT32 -> uncoded(form, this::writeFloats);
            case FLOAT16 -> uncoded(form, this::writeHalves);
            case DECOMPOSED -> Decomposition.code(all(), dim, form.parameter());
            case PRODUCT -> new ProductCoder(all(), weights, dim, form.parameter(), settings).code();
        };
    }

    private CodedTable uncoded(RowForm form, CodedTable.RowBytes source) {
        CodedTable empty = CodedTable.empty(form, dim, false);
        return new CodedTable(empty.form(), count, empty.rowBytes(), 0, new float[0], source);
    }

    private void writeFloats(int row, byte[] out, int at) {
        ByteBuffer bytes = littleEndian(out, at);
        for (float x : row(row)) {
            bytes.putFloat(x);
        }
    }

    private void writeHalves(int row, byte[] out, int at) {
        ByteBuffer bytes = littleEndian(out, at);
        for (float x : row(row)) {
            bytes.putShort(Float16.fromFloat(x));
        }
    }

    private static ByteBuffer littleEndian(byte[] out, int at) {
        return ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN).position(at);
    }

    private float[] row(int row) {
        float[] numbers = new float[dim];
        rows.read(row, numbers);
        return numbers;
    }

    private float[][] all() {
        float[][] all = new float[count][];
        IntStream.range(0, count).parallel().forEach(row -> all[row] = row(row));
        return all;
    }
}
