package dev.embeam.compress;

/**
 * Rows of numbers in the form in which a compact file holds them, decoded as they are added. Immutable, shared between
 * threads; the methods do not check their arguments.
 */
interface CodedRows {
    /** Number of rows. */
    int rows();

    /** Columns of a row. */
    int columns();

    /** Bytes that {@link #add} and {@link #addAll} need for themselves. */
    int scratchBytes();

    /**
     * Adds a row times {@code factor} to {@code sum[at, at + columns())}, in single precision.
     *
     * @param scratch {@link #scratchBytes} at least; of one thread
     */
    void add(int row, float factor, float[] sum, int at, byte[] scratch);

    /**
     * Adds rows, one after the other in every column: the same bits as {@link #add} of each with the factor 1.
     *
     * @param scratch {@link #scratchBytes} at least; of one thread
     */
    default void addAll(int[] rows, int from, int to, float[] sum, int at, byte[] scratch) {
        for (int i = from; i < to; i++) {
            add(rows[i], 1, sum, at, scratch);
        }
    }

    /** A row as numbers. */
    default float[] row(int row) {
        float[] numbers = new float[columns()];
        add(row, 1, numbers, 0, new byte[scratchBytes()]);
        return numbers;
    }
}
