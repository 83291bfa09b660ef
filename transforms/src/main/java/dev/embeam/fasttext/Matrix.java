package dev.embeam.fasttext;

/** A read-only matrix of a model. Immutable, shared between threads; the methods do not check their arguments. */
public sealed interface Matrix permits DenseMatrix, QuantizedMatrix {
    /** Number of rows. */
    int rows();

    /** Columns of a row. */
    int columns();

    /** Adds {@code rows[from, to)} to {@code sum[at, at + columns())}: every column in their order, in single precision. */
    void addRows(int[] rows, int from, int to, float[] sum, int at);

    /** The inner product of a row and {@code vector}: products in single precision, added one after the other. */
    float dot(int row, float[] vector);

    /** Bytes in memory. */
    long bytes();

    /** A row as numbers. */
    default float[] row(int row) {
        float[] numbers = new float[columns()];
        addRows(new int[] {row}, 0, 1, numbers, 0);
        return numbers;
    }
}
