package dev.embeam.compress;

import java.nio.ByteBuffer;

/**
 * Rows of equally many bytes, in slices of a power of two of rows: a map of a file ends at 2 GiB, tables of rows do not.
 *
 * @param rows number of rows
 * @param rowBytes bytes of each
 * @param shift rows of a slice, as a power of two
 * @param slices all of them full but the last
 */
record RowSlices(int rows, int rowBytes, int shift, ByteBuffer[] slices) {
    private static final int SLICE_BITS = 30;

    /** Slices of at most a gibibyte. */
    static int shift(int rowBytes) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(rowBytes - 1, 1));
        return Math.max(0, SLICE_BITS - bits);
    }

    /** Rows that all lie in one buffer. */
    static RowSlices of(int rows, int rowBytes, ByteBuffer bytes) {
        return new RowSlices(rows, rowBytes, Integer.SIZE - 2, new ByteBuffer[] {bytes});
    }

    /** Copies a row. */
    void copy(int row, byte[] into) {
        copy(row, into, 0);
    }

    /** Copies a row to {@code into[at, at + rowBytes)}. */
    void copy(int row, byte[] into, int at) {
        slices[row >>> shift].get((row & ((1 << shift) - 1)) * rowBytes, into, at, rowBytes);
    }
}
