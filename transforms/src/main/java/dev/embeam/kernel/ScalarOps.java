package dev.embeam.kernel;

/** Plain loops, written to be read: the specification that every other implementation equals bit by bit. Stateless. */
final class ScalarOps implements VectorOps {
    private static final int PARTIAL_SUMS = 32;

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public ProductOps products() {
        return new ScalarProducts();
    }

    @Override
    public void addRows(FloatTable table, int[] ids, int from, int to, float[] sum, int at) {
        for (int i = from; i < to; i++) {
            addRow(table.block(ids[i]), table.start(ids[i]), sum, at, table.dim());
        }
    }

    @Override
    public void addRows(HalfTable table, int[] ids, int from, int to, float[] sum, int at) {
        for (int i = from; i < to; i++) {
            addRow(table.block(ids[i]), table.start(ids[i]), sum, at, table.dim());
        }
    }

    @Override
    public void addRows(Int8Table table, int[] ids, int from, int to, float[] sum, int at) {
        for (int i = from; i < to; i++) {
            addRow(table.block(ids[i]), table.start(ids[i]), sum, at, table.dim());
        }
    }

    @Override
    public void addWeightedRows(FloatTable table, int[] ids, double[] weights, int from, int to, double[] sum) {
        for (int i = from; i < to; i++) {
            addWeightedRow(table.block(ids[i]), table.start(ids[i]), weights[i], sum, table.dim());
        }
    }

    @Override
    public void addWeightedRows(HalfTable table, int[] ids, double[] weights, int from, int to, double[] sum) {
        for (int i = from; i < to; i++) {
            addWeightedRow(table.block(ids[i]), table.start(ids[i]), weights[i], sum, table.dim());
        }
    }

    @Override
    public void addWeightedRows(Int8Table table, int[] ids, double[] weights, int from, int to, double[] sum) {
        for (int i = from; i < to; i++) {
            addWeightedRow(table.block(ids[i]), table.start(ids[i]), weights[i], sum, table.dim());
        }
    }

    @Override
    public float dot(float[] a, int aAt, float[] b, int bAt, int length) {
        float[] partial = new float[PARTIAL_SUMS];
        int whole = length - length % PARTIAL_SUMS;
        for (int i = 0; i < whole; i += PARTIAL_SUMS) {
            for (int p = 0; p < PARTIAL_SUMS; p++) {
                partial[p] += a[aAt + i + p] * b[bAt + i + p];
            }
        }
        float rest = 0;
        for (int i = whole; i < length; i++) {
            rest += a[aAt + i] * b[bAt + i];
        }
        return fold(partial) + rest;
    }

    @Override
    public void scale(float[] values, int at, int length, float factor) {
        for (int i = at; i < at + length; i++) {
            values[i] *= factor;
        }
    }

    @Override
    public void divide(float[] values, int at, int length, float divisor) {
        for (int i = at; i < at + length; i++) {
            values[i] /= divisor;
        }
    }

    @Override
    public void addScaled(float[] values, int from, float factor, float[] sum, int at, int length) {
        for (int j = 0; j < length; j++) {
            sum[at + j] += factor * values[from + j];
        }
    }

    @Override
    public void step(float[] row, int at, float factor, float[] hidden, float[] gradient, int length) {
        for (int j = 0; j < length; j++) {
            gradient[j] += factor * row[at + j];
            row[at + j] += factor * hidden[j];
        }
    }

    @Override
    public void nearest(float[] points, int stride, int from, int to, int width, float[] centroids, byte[] codes) {
        for (int i = from; i < to; i++) {
            codes[i] = (byte) nearest(points, stride, i, width, centroids);
        }
    }

    static int nearest(float[] points, int stride, int point, int width, float[] centroids) {
        int nearest = 0;
        float best = distance(points, stride, point, width, centroids, 0);
        for (int k = 1; k < centroids.length / width; k++) {
            float distance = distance(points, stride, point, width, centroids, k);
            if (distance < best) {
                best = distance;
                nearest = k;
            }
        }
        return nearest;
    }

    private static float distance(float[] points, int stride, int point, int width, float[] centroids, int k) {
        float sum = 0;
        for (int j = 0; j < width; j++) {
            float difference = points[j * stride + point] - centroids[k * width + j];
            sum += difference * difference;
        }
        return sum;
    }

    private static float fold(float[] partial) {
        for (int half = PARTIAL_SUMS / 2; half > 0; half /= 2) {
            for (int p = 0; p < half; p++) {
                partial[p] += partial[p + half];
            }
        }
        return partial[0];
    }

    private static void addRow(float[] block, int start, float[] sum, int at, int dim) {
        for (int j = 0; j < dim; j++) {
            sum[at + j] += block[start + j];
        }
    }

    private static void addRow(short[] block, int start, float[] sum, int at, int dim) {
        for (int j = 0; j < dim; j++) {
            sum[at + j] += Float16.toFloat(block[start + j]);
        }
    }

    private static void addRow(byte[] block, int start, float[] sum, int at, int dim) {
        for (int j = 0; j < dim; j++) {
            sum[at + j] += block[start + j];
        }
    }

    private static void addWeightedRow(float[] block, int start, double weight, double[] sum, int dim) {
        for (int j = 0; j < dim; j++) {
            sum[j] += weight * block[start + j];
        }
    }

    private static void addWeightedRow(short[] block, int start, double weight, double[] sum, int dim) {
        for (int j = 0; j < dim; j++) {
            sum[j] += weight * Float16.toFloat(block[start + j]);
        }
    }

    private static void addWeightedRow(byte[] block, int start, double weight, double[] sum, int dim) {
        for (int j = 0; j < dim; j++) {
            sum[j] += weight * block[start + j];
        }
    }
}
