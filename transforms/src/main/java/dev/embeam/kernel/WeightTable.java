package dev.embeam.kernel;

/**
 * A table of single-precision rows that a training changes. Several threads may read and change rows at the same time without
 * any order among them, as training after the manner of Hogwild does: an update may then be lost, but a number is never torn.
 * The methods do not check their arguments.
 */
public final class WeightTable {
    private final FloatTable table;

    private WeightTable(FloatTable table) {
        this.table = table;
    }

    /** A table of zeros. */
    public static WeightTable zeros(int rows, int dim) {
        return new WeightTable(FloatTable.of(rows, dim, (first, count, block) -> {}));
    }

    /** A copy of a table. */
    public static WeightTable of(FloatTable original) {
        return new WeightTable(FloatTable.of(original.rows(), original.dim(), (first, count, block) -> {
            for (int i = 0; i < count; i++) {
                original.copyRow(first + i, block, i * original.dim());
            }
        }));
    }

    /** The table as it is now, without a copy: what is changed later changes it, too. */
    public FloatTable asTable() {
        return table;
    }

    /** Number of rows. */
    public int rows() {
        return table.rows();
    }

    /** Columns of a row. */
    public int dim() {
        return table.dim();
    }

    /** Replaces a row by {@code values[from, from + dim())}. */
    public void setRow(int row, float[] values, int from) {
        System.arraycopy(values, from, table.block(row), table.start(row), table.dim());
    }

    /** Replaces one number. */
    public void set(int row, int column, float value) {
        table.block(row)[table.start(row) + column] = value;
    }

    /** Adds {@code rows[from, to)} to {@code sum[0, dim())}, every column in their order. */
    public void addRows(int[] rows, int from, int to, float[] sum) {
        table.addRows(rows, from, to, sum, 0);
    }

    /** Adds {@code vector} to each of {@code rows[from, to)}, to one that comes twice twice. */
    public void addToRows(int[] rows, int from, int to, float[] vector) {
        for (int i = from; i < to; i++) {
            VectorOpsProvider.OPS.addScaled(vector, 0, 1, table.block(rows[i]), table.start(rows[i]), table.dim());
        }
    }

    /**
     * A step of gradient descent at one row: adds {@code factor} times the row to {@code gradient}, then {@code factor} times
     * {@code hidden} to the row.
     */
    public void step(int row, float factor, float[] hidden, float[] gradient) {
        VectorOpsProvider.OPS.step(table.block(row), table.start(row), factor, hidden, gradient, table.dim());
    }

    /** The inner products of {@code rows[0, count)} and {@code vector} as {@link VectorKernels#dot} defines them: fast. */
    public void dots(int[] rows, int count, float[] vector, float[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = VectorOpsProvider.OPS.dot(table.block(rows[i]), table.start(rows[i]), vector, 0, table.dim());
        }
    }

    /** The inner products of {@code rows[0, count)} and {@code vector} as {@link FloatTable#sequentialDot} defines them. */
    public void sequentialDots(int[] rows, int count, float[] vector, float[] out) {
        for (int i = 0; i < count; i += 4) {
            fourDots(
                    rows,
                    i,
                    Math.min(i + 1, count - 1),
                    Math.min(i + 2, count - 1),
                    Math.min(i + 3, count - 1),
                    vector,
                    out);
        }
    }

    /** Four sums at a time, be they the same, since one alone waits for each of its additions. */
    private void fourDots(int[] rows, int i, int k, int l, int m, float[] vector, float[] out) {
        float[] a = table.block(rows[i]);
        float[] b = table.block(rows[k]);
        float[] c = table.block(rows[l]);
        float[] d = table.block(rows[m]);
        int aAt = table.start(rows[i]);
        int bAt = table.start(rows[k]);
        int cAt = table.start(rows[l]);
        int dAt = table.start(rows[m]);
        float ofA = 0;
        float ofB = 0;
        float ofC = 0;
        float ofD = 0;
        for (int j = 0; j < table.dim(); j++) {
            float value = vector[j];
            ofA += a[aAt + j] * value;
            ofB += b[bAt + j] * value;
            ofC += c[cAt + j] * value;
            ofD += d[dAt + j] * value;
        }
        out[i] = ofA;
        out[k] = ofB;
        out[l] = ofC;
        out[m] = ofD;
    }
}
