package dev.embeam.kernel;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The operations in vectors of the machine's width, equal to {@link ScalarOps} bit by bit. Stateless.
 *
 * <p>Rows are added four at a time, which loads and stores the sum once for four rows and lets four rows come from memory
 * at once. Each column still adds its rows one after the other, so the order is that of the scalar loop.
 *
 * <p>Needs vectors of 256 bits or more. Loaded by name, because the class cannot be linked where the module
 * {@code jdk.incubator.vector} is missing.
 */
final class SimdOps implements VectorOps {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    private static final VectorSpecies<Integer> INTS = FLOATS.withLanes(int.class);
    private static final VectorSpecies<Short> SHORTS =
            VectorSpecies.of(short.class, VectorShape.forBitSize(LANES * Short.SIZE));
    private static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(LANES * Byte.SIZE));

    private static final VectorSpecies<Double> DOUBLES = FLOATS.withLanes(double.class);
    private static final VectorSpecies<Float> HALF_FLOATS =
            VectorSpecies.of(float.class, VectorShape.forBitSize(LANES * Float.SIZE / 2));

    /** The vectors of the inner product have eight lanes on every machine, so that its order is the same. */
    private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;

    private static final VectorShuffle<Float> UPPER_FOUR = VectorShuffle.fromValues(EIGHT, 4, 5, 6, 7, 4, 5, 6, 7);
    private static final VectorShuffle<Float> UPPER_TWO = VectorShuffle.fromValues(EIGHT, 2, 3, 2, 3, 4, 5, 6, 7);

    /** 2^112: moves an exponent of half precision, read in single precision's place, to where it belongs; exact. */
    private static final float EXPONENT_SHIFT = 0x1p112f;

    /** For what is too rare to be worth vectors: weighted rows of few bytes. */
    private final VectorOps specification = new ScalarOps();

    SimdOps() {
        if (LANES < EIGHT.length()) {
            throw new UnsupportedOperationException(
                    "vectors of this machine have " + FLOATS.vectorBitSize() + " bits; needed are 256");
        }
    }

    @Override
    public String name() {
        return "simd-" + FLOATS.vectorBitSize();
    }

    @Override
    public ProductOps products() {
        return new SimdProducts();
    }

    @Override
    public void addRows(FloatTable table, int[] ids, int from, int to, float[] sum, int at) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            addEightRows(table, ids, i, sum, at);
        }
        for (; i + 4 <= to; i += 4) {
            addFourRows(table, ids, i, sum, at);
        }
        for (; i + 2 <= to; i += 2) {
            addTwoRows(table, ids, i, sum, at);
        }
        if (i < to) {
            addRow(table.block(ids[i]), table.start(ids[i]), sum, at, table.dim());
        }
    }

    @Override
    public void addRows(HalfTable table, int[] ids, int from, int to, float[] sum, int at) {
        int i = from;
        for (; i + 4 <= to; i += 4) {
            addFourRows(table, ids, i, sum, at);
        }
        for (; i < to; i++) {
            addRow(table.block(ids[i]), table.start(ids[i]), sum, at, table.dim());
        }
    }

    @Override
    public void addRows(Int8Table table, int[] ids, int from, int to, float[] sum, int at) {
        int i = from;
        for (; i + 4 <= to; i += 4) {
            addFourRows(table, ids, i, sum, at);
        }
        for (; i < to; i++) {
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
        specification.addWeightedRows(table, ids, weights, from, to, sum);
    }

    @Override
    public void addWeightedRows(Int8Table table, int[] ids, double[] weights, int from, int to, double[] sum) {
        specification.addWeightedRows(table, ids, weights, from, to, sum);
    }

    @Override
    public float dot(float[] a, int aAt, float[] b, int bAt, int length) {
        FloatVector sum0 = FloatVector.zero(EIGHT);
        FloatVector sum1 = sum0;
        FloatVector sum2 = sum0;
        FloatVector sum3 = sum0;
        int whole = length - length % 32;
        for (int i = 0; i < whole; i += 32) {
            sum0 = sum0.add(product(a, aAt + i, b, bAt + i));
            sum1 = sum1.add(product(a, aAt + i + 8, b, bAt + i + 8));
            sum2 = sum2.add(product(a, aAt + i + 16, b, bAt + i + 16));
            sum3 = sum3.add(product(a, aAt + i + 24, b, bAt + i + 24));
        }
        float rest = 0;
        for (int i = whole; i < length; i++) {
            rest += a[aAt + i] * b[bAt + i];
        }
        return fold(sum0.add(sum2).add(sum1.add(sum3))) + rest;
    }

    @Override
    public void scale(float[] values, int at, int length, float factor) {
        int bound = FLOATS.loopBound(length);
        for (int j = 0; j < bound; j += LANES) {
            lanes(values, at + j).mul(factor).intoArray(values, at + j);
        }
        for (int j = bound; j < length; j++) {
            values[at + j] *= factor;
        }
    }

    @Override
    public void divide(float[] values, int at, int length, float divisor) {
        int bound = FLOATS.loopBound(length);
        for (int j = 0; j < bound; j += LANES) {
            lanes(values, at + j).div(divisor).intoArray(values, at + j);
        }
        for (int j = bound; j < length; j++) {
            values[at + j] /= divisor;
        }
    }

    @Override
    public void addScaled(float[] values, int from, float factor, float[] sum, int at, int length) {
        int bound = FLOATS.loopBound(length);
        for (int j = 0; j < bound; j += LANES) {
            lanes(sum, at + j).add(lanes(values, from + j).mul(factor)).intoArray(sum, at + j);
        }
        for (int j = bound; j < length; j++) {
            sum[at + j] += factor * values[from + j];
        }
    }

    @Override
    public void step(float[] row, int at, float factor, float[] hidden, float[] gradient, int length) {
        int bound = FLOATS.loopBound(length);
        for (int j = 0; j < bound; j += LANES) {
            FloatVector old = lanes(row, at + j);
            lanes(gradient, j).add(old.mul(factor)).intoArray(gradient, j);
            old.add(lanes(hidden, j).mul(factor)).intoArray(row, at + j);
        }
        for (int j = bound; j < length; j++) {
            gradient[j] += factor * row[at + j];
            row[at + j] += factor * hidden[j];
        }
    }

    @Override
    public void nearest(float[] points, int stride, int from, int to, int width, float[] centroids, byte[] codes) {
        float[] found = new float[LANES];
        int i = from;
        for (; i + LANES <= to; i += LANES) {
            FloatVector nearest = width == 2
                    ? nearestOfTwoColumns(points, stride, i, centroids)
                    : nearest(points, stride, i, width, centroids);
            nearest.intoArray(found, 0);
            for (int lane = 0; lane < LANES; lane++) {
                codes[i + lane] = (byte) (int) found[lane];
            }
        }
        for (; i < to; i++) {
            codes[i] = (byte) ScalarOps.nearest(points, stride, i, width, centroids);
        }
    }

    /** Lanes are points, which all look at the same centroid; the numbers of centroids are kept as exact floats. */
    private static FloatVector nearest(float[] points, int stride, int at, int width, float[] centroids) {
        FloatVector nearest = FloatVector.zero(FLOATS);
        FloatVector best = distances(points, stride, at, width, centroids, 0);
        for (int k = 1; k < centroids.length / width; k++) {
            FloatVector distance = distances(points, stride, at, width, centroids, k);
            VectorMask<Float> closer = distance.lt(best);
            best = best.blend(distance, closer);
            nearest = nearest.blend(k, closer);
        }
        return nearest;
    }

    private static FloatVector distances(float[] points, int stride, int at, int width, float[] centroids, int k) {
        FloatVector sum = FloatVector.zero(FLOATS);
        for (int j = 0; j < width; j++) {
            FloatVector difference = lanes(points, j * stride + at).sub(centroids[k * width + j]);
            sum = sum.add(difference.mul(difference));
        }
        return sum;
    }

    /** The same for pairs of columns, which most quantisers have: the points stay in registers. */
    private static FloatVector nearestOfTwoColumns(float[] points, int stride, int at, float[] centroids) {
        FloatVector first = lanes(points, at);
        FloatVector second = lanes(points, stride + at);
        FloatVector nearest = FloatVector.zero(FLOATS);
        FloatVector best = FloatVector.broadcast(FLOATS, Float.POSITIVE_INFINITY);
        for (int k = 0; k < centroids.length / 2; k++) {
            FloatVector a = first.sub(centroids[2 * k]);
            FloatVector b = second.sub(centroids[2 * k + 1]);
            FloatVector distance = a.mul(a).add(b.mul(b));
            VectorMask<Float> closer = distance.lt(best);
            best = best.blend(distance, closer);
            nearest = nearest.blend(k, closer);
        }
        return nearest;
    }

    private static FloatVector product(float[] a, int aAt, float[] b, int bAt) {
        return FloatVector.fromArray(EIGHT, a, aAt).mul(FloatVector.fromArray(EIGHT, b, bAt));
    }

    private static float fold(FloatVector eight) {
        FloatVector four = eight.add(eight.rearrange(UPPER_FOUR));
        FloatVector two = four.add(four.rearrange(UPPER_TWO));
        return two.lane(0) + two.lane(1);
    }

    private static FloatVector lanes(float[] block, int at) {
        return FloatVector.fromArray(FLOATS, block, at);
    }

    private static FloatVector lanes(short[] block, int at) {
        IntVector bits =
                (IntVector) ShortVector.fromArray(SHORTS, block, at).convertShape(VectorOperators.S2I, INTS, 0);
        FloatVector magnitude = bits.and(0x7fff)
                .lanewise(VectorOperators.LSHL, 13)
                .reinterpretAsFloats()
                .mul(EXPONENT_SHIFT);
        // Widening a short repeats its sign in the upper half, so the sign already stands where it belongs.
        return magnitude.reinterpretAsInts().or(bits.and(0x8000_0000)).reinterpretAsFloats();
    }

    private static FloatVector lanes(byte[] block, int at) {
        return (FloatVector) ByteVector.fromArray(BYTES, block, at).convertShape(VectorOperators.B2F, FLOATS, 0);
    }

    private static void addEightRows(FloatTable table, int[] ids, int i, float[] sum, int at) {
        float[] a = table.block(ids[i]);
        float[] b = table.block(ids[i + 1]);
        float[] c = table.block(ids[i + 2]);
        float[] d = table.block(ids[i + 3]);
        float[] e = table.block(ids[i + 4]);
        float[] f = table.block(ids[i + 5]);
        float[] g = table.block(ids[i + 6]);
        float[] h = table.block(ids[i + 7]);
        int aAt = table.start(ids[i]);
        int bAt = table.start(ids[i + 1]);
        int cAt = table.start(ids[i + 2]);
        int dAt = table.start(ids[i + 3]);
        int eAt = table.start(ids[i + 4]);
        int fAt = table.start(ids[i + 5]);
        int gAt = table.start(ids[i + 6]);
        int hAt = table.start(ids[i + 7]);
        int bound = FLOATS.loopBound(table.dim());
        for (int j = 0; j < bound; j += LANES) {
            lanes(sum, at + j)
                    .add(lanes(a, aAt + j))
                    .add(lanes(b, bAt + j))
                    .add(lanes(c, cAt + j))
                    .add(lanes(d, dAt + j))
                    .add(lanes(e, eAt + j))
                    .add(lanes(f, fAt + j))
                    .add(lanes(g, gAt + j))
                    .add(lanes(h, hAt + j))
                    .intoArray(sum, at + j);
        }
        for (int j = bound; j < table.dim(); j++) {
            float four = sum[at + j] + a[aAt + j] + b[bAt + j] + c[cAt + j] + d[dAt + j];
            sum[at + j] = four + e[eAt + j] + f[fAt + j] + g[gAt + j] + h[hAt + j];
        }
    }

    private static void addTwoRows(FloatTable table, int[] ids, int i, float[] sum, int at) {
        float[] a = table.block(ids[i]);
        float[] b = table.block(ids[i + 1]);
        int aAt = table.start(ids[i]);
        int bAt = table.start(ids[i + 1]);
        int bound = FLOATS.loopBound(table.dim());
        for (int j = 0; j < bound; j += LANES) {
            lanes(sum, at + j).add(lanes(a, aAt + j)).add(lanes(b, bAt + j)).intoArray(sum, at + j);
        }
        for (int j = bound; j < table.dim(); j++) {
            sum[at + j] = sum[at + j] + a[aAt + j] + b[bAt + j];
        }
    }

    private static void addFourRows(FloatTable table, int[] ids, int i, float[] sum, int at) {
        float[] a = table.block(ids[i]);
        float[] b = table.block(ids[i + 1]);
        float[] c = table.block(ids[i + 2]);
        float[] d = table.block(ids[i + 3]);
        int aAt = table.start(ids[i]);
        int bAt = table.start(ids[i + 1]);
        int cAt = table.start(ids[i + 2]);
        int dAt = table.start(ids[i + 3]);
        int bound = FLOATS.loopBound(table.dim());
        for (int j = 0; j < bound; j += LANES) {
            lanes(sum, at + j)
                    .add(lanes(a, aAt + j))
                    .add(lanes(b, bAt + j))
                    .add(lanes(c, cAt + j))
                    .add(lanes(d, dAt + j))
                    .intoArray(sum, at + j);
        }
        for (int j = bound; j < table.dim(); j++) {
            sum[at + j] = sum[at + j] + a[aAt + j] + b[bAt + j] + c[cAt + j] + d[dAt + j];
        }
    }

    private static void addFourRows(HalfTable table, int[] ids, int i, float[] sum, int at) {
        short[] a = table.block(ids[i]);
        short[] b = table.block(ids[i + 1]);
        short[] c = table.block(ids[i + 2]);
        short[] d = table.block(ids[i + 3]);
        int aAt = table.start(ids[i]);
        int bAt = table.start(ids[i + 1]);
        int cAt = table.start(ids[i + 2]);
        int dAt = table.start(ids[i + 3]);
        int bound = FLOATS.loopBound(table.dim());
        for (int j = 0; j < bound; j += LANES) {
            lanes(sum, at + j)
                    .add(lanes(a, aAt + j))
                    .add(lanes(b, bAt + j))
                    .add(lanes(c, cAt + j))
                    .add(lanes(d, dAt + j))
                    .intoArray(sum, at + j);
        }
        for (int j = bound; j < table.dim(); j++) {
            sum[at + j] = sum[at + j]
                    + Float16.toFloat(a[aAt + j])
                    + Float16.toFloat(b[bAt + j])
                    + Float16.toFloat(c[cAt + j])
                    + Float16.toFloat(d[dAt + j]);
        }
    }

    private static void addFourRows(Int8Table table, int[] ids, int i, float[] sum, int at) {
        byte[] a = table.block(ids[i]);
        byte[] b = table.block(ids[i + 1]);
        byte[] c = table.block(ids[i + 2]);
        byte[] d = table.block(ids[i + 3]);
        int aAt = table.start(ids[i]);
        int bAt = table.start(ids[i + 1]);
        int cAt = table.start(ids[i + 2]);
        int dAt = table.start(ids[i + 3]);
        int bound = FLOATS.loopBound(table.dim());
        for (int j = 0; j < bound; j += LANES) {
            lanes(sum, at + j)
                    .add(lanes(a, aAt + j))
                    .add(lanes(b, bAt + j))
                    .add(lanes(c, cAt + j))
                    .add(lanes(d, dAt + j))
                    .intoArray(sum, at + j);
        }
        for (int j = bound; j < table.dim(); j++) {
            sum[at + j] = sum[at + j] + a[aAt + j] + b[bAt + j] + c[cAt + j] + d[dAt + j];
        }
    }

    private static void addRow(float[] block, int start, float[] sum, int at, int dim) {
        int bound = FLOATS.loopBound(dim);
        for (int j = 0; j < bound; j += LANES) {
            lanes(sum, at + j).add(lanes(block, start + j)).intoArray(sum, at + j);
        }
        for (int j = bound; j < dim; j++) {
            sum[at + j] += block[start + j];
        }
    }

    private static void addWeightedRow(float[] block, int start, double weight, double[] sum, int dim) {
        int bound = DOUBLES.loopBound(dim);
        for (int j = 0; j < bound; j += DOUBLES.length()) {
            DoubleVector.fromArray(DOUBLES, sum, j)
                    .add(wideLanes(block, start + j).mul(weight))
                    .intoArray(sum, j);
        }
        for (int j = bound; j < dim; j++) {
            sum[j] += weight * block[start + j];
        }
    }

    private static DoubleVector wideLanes(float[] block, int at) {
        return (DoubleVector)
                FloatVector.fromArray(HALF_FLOATS, block, at).convertShape(VectorOperators.F2D, DOUBLES, 0);
    }

    private static void addRow(short[] block, int start, float[] sum, int at, int dim) {
        int bound = FLOATS.loopBound(dim);
        for (int j = 0; j < bound; j += LANES) {
            lanes(sum, at + j).add(lanes(block, start + j)).intoArray(sum, at + j);
        }
        for (int j = bound; j < dim; j++) {
            sum[at + j] += Float16.toFloat(block[start + j]);
        }
    }

    private static void addRow(byte[] block, int start, float[] sum, int at, int dim) {
        int bound = FLOATS.loopBound(dim);
        for (int j = 0; j < bound; j += LANES) {
            lanes(sum, at + j).add(lanes(block, start + j)).intoArray(sum, at + j);
        }
        for (int j = bound; j < dim; j++) {
            sum[at + j] += block[start + j];
        }
    }
}
