package dev.embeam.kernel;

import java.util.Arrays;

/**
 * The mean of the table's rows of every text of a batch.
 *
 * <p>Text t has the row numbers {@code ids[offsets[t]] .. ids[offsets[t + 1]]}, end exclusive; its mean goes to
 * {@code out[t * dim, (t + 1) * dim)}. Every column is summed in the order of the ids in single precision and then divided
 * by the number of ids; a text without ids has a zero vector. So a mean depends on nothing but its own ids, and has the same
 * bits on every machine. The output may not be one of the inputs. Stateless; allocates nothing a text.
 *
 * <p>The order and the division are those of PyTorch's EmbeddingBag (mode mean) and of numpy's mean over rows.
 */
public final class Pooling {
    private Pooling() {}

    /**
     * The plain mean.
     *
     * @throws IllegalArgumentException if the arrays do not fit together or an id is no row of the table
     */
    public static void mean(EmbeddingTable table, int[] ids, int[] offsets, float[] out) {
        check(table, ids, offsets, out);
        int dim = table.dim();
        Arrays.fill(out, 0, (offsets.length - 1) * dim, 0f);
        for (int t = 0; t < offsets.length - 1; t++) {
            table.addRows(ids, offsets[t], offsets[t + 1], out, t * dim);
            divideByCount(offsets[t + 1] - offsets[t], out, t * dim, dim);
        }
    }

    /**
     * The mean of rows times weights, divided by the number of ids, not by the sum of the weights. Summed and divided in
     * double precision, as numpy does with weights of double precision, and rounded at the end.
     *
     * @param weights one a position of {@code ids}
     * @throws IllegalArgumentException if the arrays do not fit together or an id is no row of the table
     */
    public static void weightedMean(EmbeddingTable table, int[] ids, double[] weights, int[] offsets, float[] out) {
        check(table, ids, offsets, out);
        if (weights.length < offsets[offsets.length - 1]) {
            throw new IllegalArgumentException(
                    "there are " + offsets[offsets.length - 1] + " ids, but only " + weights.length + " weights");
        }
        int dim = table.dim();
        double[] sum = new double[dim];
        for (int t = 0; t < offsets.length - 1; t++) {
            Arrays.fill(sum, 0);
            table.addWeightedRows(ids, weights, offsets[t], offsets[t + 1], sum);
            int count = Math.max(offsets[t + 1] - offsets[t], 1);
            for (int j = 0; j < dim; j++) {
                out[t * dim + j] = (float) (sum[j] / count);
            }
        }
    }

    private static void divideByCount(int count, float[] out, int at, int dim) {
        if (count > 1) {
            VectorOpsProvider.OPS.divide(out, at, dim, count);
        }
    }

    private static void check(EmbeddingTable table, int[] ids, int[] offsets, float[] out) {
        int texts = offsets.length - 1;
        if (texts < 0 || offsets[0] < 0) {
            throw new IllegalArgumentException("offsets start at 0 and have one entry more than there are texts");
        }
        for (int t = 0; t < texts; t++) {
            if (offsets[t + 1] < offsets[t]) {
                throw new IllegalArgumentException(
                        "offset " + (t + 1) + " is " + offsets[t + 1] + ", below the one before it, " + offsets[t]);
            }
        }
        if (offsets[texts] > ids.length) {
            throw new IllegalArgumentException("texts end at id " + offsets[texts] + " of only " + ids.length);
        }
        if ((long) texts * table.dim() > out.length) {
            throw new IllegalArgumentException(texts + " vectors of " + table.dim()
                    + " columns do not fit in an array of " + out.length + " numbers");
        }
        checkIds(table.rows(), ids, offsets[0], offsets[texts]);
    }

    private static void checkIds(int rows, int[] ids, int from, int to) {
        int outside = 0;
        for (int i = from; i < to; i++) {
            // Negative when the id is below 0 or above the last row: a test without a branch, which runs in vectors.
            outside |= ids[i] | (rows - 1 - ids[i]);
        }
        for (int i = from; outside < 0 && i < to; i++) {
            if (ids[i] < 0 || ids[i] >= rows) {
                throw new IllegalArgumentException("id " + ids[i] + " is no row of a table of " + rows + " rows");
            }
        }
    }
}
