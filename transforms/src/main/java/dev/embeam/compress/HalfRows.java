package dev.embeam.compress;

import dev.embeam.kernel.Float16;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Rows in half precision. */
record HalfRows(RowSlices slices) implements CodedRows {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    @Override
    public int rows() {
        return slices.rows();
    }

    @Override
    public int columns() {
        return slices.rowBytes() / Short.BYTES;
    }

    @Override
    public int scratchBytes() {
        return slices.rowBytes();
    }

    @Override
    public void add(int row, float factor, float[] sum, int at, byte[] scratch) {
        slices.copy(row, scratch);
        int columns = columns();
        for (int j = 0; j < columns; j++) {
            sum[at + j] += factor * Float16.toFloat((short) SHORT.get(scratch, j * Short.BYTES));
        }
    }
}
