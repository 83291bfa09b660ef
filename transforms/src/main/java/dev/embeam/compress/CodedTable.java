package dev.embeam.compress;

/**
 * Rows on their way into a compact file.
 *
 * @param form one of {@link CompactLayout}
 * @param rows number of rows
 * @param rowBytes bytes of each
 * @param parameter what else the form needs
 * @param codebook what rows share
 * @param source of the rows
 */
record CodedTable(int form, int rows, int rowBytes, int parameter, float[] codebook, RowBytes source) {
    /** Writes rows as bytes. */
    @FunctionalInterface
    interface RowBytes {
        /** Fills {@code out[at, at + rowBytes)} with a row. */
        void write(int row, byte[] out, int at);
    }

    /** Rows that are bytes already, end to end. */
    static CodedTable of(int form, int rowBytes, int parameter, float[] codebook, byte[] bytes) {
        int rows = rowBytes == 0 ? 0 : bytes.length / rowBytes;
        return new CodedTable(
                form,
                rows,
                rowBytes,
                parameter,
                codebook,
                (row, out, at) -> System.arraycopy(bytes, row * rowBytes, out, at, rowBytes));
    }

    /** Bytes of rows and codebook. */
    long bytes() {
        return (long) rows * rowBytes + (long) codebook.length * Float.BYTES;
    }
}
