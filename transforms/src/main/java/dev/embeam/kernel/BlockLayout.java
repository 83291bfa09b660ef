package dev.embeam.kernel;

/**
 * How the rows of a table lie in blocks: row r in block {@code r >>> shift}. Blocks but the last hold {@code 1 << shift}
 * rows.
 */
record BlockLayout(int rows, int dim, int shift) {
    /** At most 2^27 numbers a block: what an array can hold with room to spare, and one block for ordinary models. */
    private static final int BLOCK_BITS = 27;

    BlockLayout {
        if (rows < 1 || dim < 1 || dim > 1 << BLOCK_BITS) {
            throw new IllegalArgumentException("a table has at least 1 row and 1 to " + (1 << BLOCK_BITS)
                    + " columns, but this one has " + rows + " x " + dim);
        }
    }

    static BlockLayout of(int rows, int dim) {
        int bitsOfDim = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(dim - 1, 1));
        return new BlockLayout(rows, dim, BLOCK_BITS - Math.min(BLOCK_BITS, bitsOfDim));
    }

    int blocks() {
        return ((rows - 1) >>> shift) + 1;
    }

    int firstRow(int block) {
        return block << shift;
    }

    int rowsOf(int block) {
        return Math.min(1 << shift, rows - firstRow(block));
    }

    int block(int row) {
        return row >>> shift;
    }

    /** Where a row starts in its block. */
    int start(int row) {
        return (row & ((1 << shift) - 1)) * dim;
    }
}
