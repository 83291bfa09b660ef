package dev.embeam.kernel;

/** A table of half-precision rows, two bytes a number, widened exactly when they are added. Immutable. */
public final class HalfTable implements EmbeddingTable {
    private final BlockLayout layout;
    private final int dim;
    private final short[][] blocks;

    private HalfTable(BlockLayout layout, RowSource<short[]> source) {
        this.layout = layout;
        this.dim = layout.dim();
        this.blocks = new short[layout.blocks()][];
        for (int block = 0; block < blocks.length; block++) {
            blocks[block] = new short[layout.rowsOf(block) * dim];
            source.fill(layout.firstRow(block), layout.rowsOf(block), blocks[block]);
        }
    }

    /** The table whose rows the source gives. */
    public static HalfTable of(int rows, int dim, RowSource<short[]> source) {
        return new HalfTable(BlockLayout.of(rows, dim), source);
    }

    /** The table of {@code dim} columns whose rows lie end to end in {@code numbers}, which are copied. */
    public static HalfTable of(short[] numbers, int dim) {
        if (dim < 1 || numbers.length % dim != 0) {
            throw new IllegalArgumentException(numbers.length + " numbers are no rows of " + dim + " columns");
        }
        return of(
                numbers.length / dim,
                dim,
                (firstRow, rows, block) -> System.arraycopy(numbers, firstRow * dim, block, 0, block.length));
    }

    /** The same rows in blocks of {@code 1 << shift} rows: for tests of what else only huge tables have. */
    static HalfTable inBlocks(short[] numbers, int dim, int shift) {
        return new HalfTable(
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
        return Precision.FLOAT16;
    }

    @Override
    public void addRows(int[] ids, int from, int to, float[] sum, int at) {
        VectorOpsProvider.OPS.addRows(this, ids, from, to, sum, at);
    }

    @Override
    public void addWeightedRows(int[] ids, double[] weights, int from, int to, double[] sum) {
        VectorOpsProvider.OPS.addWeightedRows(this, ids, weights, from, to, sum);
    }

    short[] block(int row) {
        return blocks[layout.block(row)];
    }

    int start(int row) {
        return layout.start(row);
    }

    @Override
    public String toString() {
        return "HalfTable[" + rows() + " x " + dim + "]";
    }
}
