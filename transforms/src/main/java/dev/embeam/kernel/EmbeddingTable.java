package dev.embeam.kernel;

/**
 * A read-only matrix of {@code rows() x dim()} numbers, one row a token: what a static model is made of. Shared between
 * threads. Rows are kept in blocks of a power of two of rows, so that a table may hold more numbers than one array can.
 *
 * <p>The methods that add rows do not check their arguments; {@link Pooling} does, once a batch.
 */
public sealed interface EmbeddingTable permits FloatTable, HalfTable, Int8Table {
    /** Number of rows. */
    int rows();

    /** Columns of a row. */
    int dim();

    /** How a number is kept. */
    Precision precision();

    /**
     * Adds the rows {@code ids[from, to)} to {@code sum[at, at + dim())}, every column in the order of the ids, in single
     * precision.
     */
    void addRows(int[] ids, int from, int to, float[] sum, int at);

    /** Adds {@code weights[i]} times the row {@code ids[i]} to {@code sum[0, dim())}, in order, in double precision. */
    void addWeightedRows(int[] ids, double[] weights, int from, int to, double[] sum);

    /** Bytes of the numbers in memory. */
    default long bytes() {
        return (long) rows() * dim() * precision().bytes();
    }

    /** How a number of a table is kept. */
    enum Precision {
        /** IEEE 754 single precision. */
        FLOAT32(Float.BYTES),
        /** IEEE 754 half precision. */
        FLOAT16(Short.BYTES),
        /** Whole numbers from -128 to 127, taken as they are: without a scale. */
        INT8(Byte.BYTES);

        private final int bytes;

        Precision(int bytes) {
            this.bytes = bytes;
        }

        /** Bytes of one number. */
        public int bytes() {
            return bytes;
        }
    }

    /**
     * Where a new table takes its rows from, block by block in rising order.
     *
     * @param <A> the array type of the block
     */
    @FunctionalInterface
    interface RowSource<A> {
        /** Fills the whole of {@code block} with {@code rows} rows, the first of them being row {@code firstRow}. */
        void fill(int firstRow, int rows, A block);
    }
}
