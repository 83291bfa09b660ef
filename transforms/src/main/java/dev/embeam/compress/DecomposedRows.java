package dev.embeam.compress;

import dev.embeam.kernel.Float16;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Rows as sums of a few components: half-precision weights a row, single-precision components for all of them.
 *
 * @param slices the weights
 * @param columns of a row
 * @param components one after the other
 */
record DecomposedRows(RowSlices slices, int columns, float[] components) implements CodedRows {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    @Override
    public int rows() {
        return slices.rows();
    }

    @Override
    public int scratchBytes() {
        return slices.rowBytes();
    }

    @Override
    public void add(int row, float factor, float[] sum, int at, byte[] scratch) {
        slices.copy(row, scratch);
        int start = 0;
        for (int i = 0; i < slices.rowBytes(); i += Short.BYTES) {
            float weight = factor * Float16.toFloat((short) SHORT.get(scratch, i));
            for (int j = 0; j < columns; j++) {
                sum[at + j] += weight * components[start + j];
            }
            start += columns;
        }
    }
}
