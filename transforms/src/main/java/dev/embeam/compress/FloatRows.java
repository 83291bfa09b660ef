package dev.embeam.compress;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Rows in single precision, as the model had them. */
record FloatRows(RowSlices slices) implements CodedRows {
    private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

    @Override
    public int rows() {
        return slices.rows();
    }

    @Override
    public int columns() {
        return slices.rowBytes() / Float.BYTES;
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
            sum[at + j] += factor * (float) FLOAT.get(scratch, j * Float.BYTES);
        }
    }
}
