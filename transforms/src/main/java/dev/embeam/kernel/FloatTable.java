package dev.embeam.kernel;

import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A table of single-precision rows. Immutable, once whoever made it has revised it. */
public final class FloatTable implements EmbeddingTable {
    private static final int REVISED_AT_ONCE = 1024;

    private final BlockLayout layout;
    private final int dim;
    private final float[][] blocks;

    private FloatTable(BlockLayout layout, RowSource<float[]> source) {
        this.layout = layout;
        this.dim = layout.dim();
        this.blocks = new float[layout.blocks()][];
        for (int block = 0; block < blocks.length; block++) {
            blocks[block] = new float[layout.rowsOf(block) * dim];
            source.fill(layout.firstRow(block), layout.rowsOf(block), blocks[block]);
        }
    }

    /** The table whose rows the source gives. */
    public static FloatTable of(int rows, int dim, RowSource<float[]> source) {
        return new FloatTable(BlockLayout.of(rows, dim), source);
    }

    /**
     * Replaces the first rows in their own place, in parallel, so that a revision may read the row itself and rows from
     * {@code revised} on, and no others. Only for whoever made the table, before anyone else sees it.
     *
     * @param revised how many rows are replaced, from the first on
     * @param revisions a revision for every share of the rows, which is one thread's
     */
    public void revise(int revised, Supplier<Revision> revisions) {
        int shares = (int) ((revised + (long) REVISED_AT_ONCE - 1) / REVISED_AT_ONCE);
        IntStream.range(0, shares).parallel().forEach(share -> {
            int first = share * REVISED_AT_ONCE;
            revise(first, Math.min(revised - first, REVISED_AT_ONCE), revisions.get());
        });
    }

    private void revise(int first, int count, Revision revision) {
        float[] numbers = new float[dim];
        for (int row = first; row < first + count; row++) {
            revision.revise(row, numbers);
            System.arraycopy(numbers, 0, block(row), start(row), dim);
        }
    }

    /** What takes the place of a row. */
    @FunctionalInterface
    public interface Revision {
        /** Writes the new numbers of {@code row}; {@code numbers} holds those of another row before. */
        void revise(int row, float[] numbers);
    }

    /** The table of {@code dim} columns whose rows lie end to end in {@code numbers}, which are copied. */
    public static FloatTable of(float[] numbers, int dim) {
        if (dim < 1 || numbers.length % dim != 0) {
            throw new IllegalArgumentException(numbers.length + " numbers are no rows of " + dim + " columns");
        }
        return of(
                numbers.length / dim,
                dim,
                (firstRow, rows, block) -> System.arraycopy(numbers, firstRow * dim, block, 0, block.length));
    }

    /** The same rows in blocks of {@code 1 << shift} rows: for tests of what else only huge tables have. */
    static FloatTable inBlocks(float[] numbers, int dim, int shift) {
        return new FloatTable(
                new BlockLayout(numbers.length / dim, dim, shift),
                (firstRow, rows, block) -> System.arraycopy(numbers, firstRow * dim, block, 0, block.length));
    }

    @Override
    public int rows() {
        return layout.rows();
    }

    @Override
    public int dim() {
        return dim;
    }

    @Override
    public Precision precision() {
        return Precision.FLOAT32;
    }

    @Override
    public void addRows(int[] ids, int from, int to, float[] sum, int at) {
        VectorOpsProvider.OPS.addRows(this, ids, from, to, sum, at);
    }

    @Override
    public void addWeightedRows(int[] ids, double[] weights, int from, int to, double[] sum) {
        VectorOpsProvider.OPS.addWeightedRows(this, ids, weights, from, to, sum);
    }

    /**
     * The inner product of a row and {@code vector}, one product after the other added to one sum in single precision: slow,
     * for arithmetic that is defined so.
     */
    public float sequentialDot(int row, float[] vector) {
        float[] block = block(row);
        int start = start(row);
        float sum = 0;
        for (int i = 0; i < dim; i++) {
            sum += block[start + i] * vector[i];
        }
        return sum;
    }

    /** Whether all numbers of a row are 0 or -0. */
    public boolean isZero(int row) {
        float[] block = block(row);
        int start = start(row);
        for (int i = start; i < start + dim; i++) {
            if (block[i] != 0) {
                return false;
            }
        }
        return true;
    }

    float[] block(int row) {
        return blocks[layout.block(row)];
    }

    int start(int row) {
        return layout.start(row);
    }

    @Override
    public String toString() {
        return "FloatTable[" + rows() + " x " + dim + "]";
    }
}
