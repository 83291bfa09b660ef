package dev.embeam.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vectors against plain loops: every operation gives the same bits and writes nowhere else. */
class VectorOpsTest {
    private static final int GUARD = 5;
    private static final float GUARD_VALUE = -12345.5f;
    private static final int ROWS = 37;

    private final VectorOps scalar = new ScalarOps();
    private final VectorOps simd = VectorOpsProvider.choose("simd");

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 8, 13, 16, 31, 64, 207, 256, 300, 1024, 4098})
    void rowsOfFloats(int dim) {
        for (int fill = 0; fill < Fill.values().length; fill++) {
            SplittableRandom random = Seeds.random(dim * 10L + fill);
            float[] numbers = Fill.values()[fill].floats(ROWS * dim, random);
            FloatTable table = FloatTable.inBlocks(numbers, dim, 3);
            compareRows(
                    dim,
                    random,
                    (ops, ids, to, sum) -> ops.addRows(table, ids, 1, to, sum, GUARD),
                    (ops, ids, weights, to, sum) -> ops.addWeightedRows(table, ids, weights, 1, to, sum));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 8, 13, 16, 31, 64, 207, 256, 300, 1024, 4098})
    void rowsOfHalves(int dim) {
        SplittableRandom random = Seeds.random(dim);
        short[] numbers = new short[ROWS * dim];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (short) (random.nextInt(0x7c00) | (random.nextBoolean() ? 0x8000 : 0));
        }
        HalfTable table = HalfTable.inBlocks(numbers, dim, 3);
        compareRows(
                dim,
                random,
                (ops, ids, to, sum) -> ops.addRows(table, ids, 1, to, sum, GUARD),
                (ops, ids, weights, to, sum) -> ops.addWeightedRows(table, ids, weights, 1, to, sum));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 8, 13, 16, 31, 64, 207, 256, 300, 1024, 4098})
    void rowsOfBytes(int dim) {
        SplittableRandom random = Seeds.random(dim);
        byte[] numbers = new byte[ROWS * dim];
        random.nextBytes(numbers);
        Int8Table table = Int8Table.inBlocks(numbers, dim, 3);
        compareRows(
                dim,
                random,
                (ops, ids, to, sum) -> ops.addRows(table, ids, 1, to, sum, GUARD),
                (ops, ids, weights, to, sum) -> ops.addWeightedRows(table, ids, weights, 1, to, sum));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 7, 8, 13, 16, 31, 32, 33, 64, 207, 256, 300, 1024, 4098})
    void innerProductsScalesAndQuotients(int length) {
        for (Fill fill : Fill.values()) {
            SplittableRandom random = Seeds.random(length * 10L + fill.ordinal());
            float[] a = guarded(fill.floats(length, random));
            float[] b = guarded(fill.floats(length, random));
            assertThat(Float.floatToIntBits(simd.dot(a, GUARD, b, GUARD, length)))
                    .as(() -> fill + " " + Seeds.describe(length))
                    .isEqualTo(Float.floatToIntBits(scalar.dot(a, GUARD, b, GUARD, length)));
            compareInPlace(a, (ops, values) -> ops.scale(values, GUARD, length, 0.3f));
            compareInPlace(a, (ops, values) -> ops.divide(values, GUARD, length, 3f));
        }
    }

    private void compareRows(int dim, SplittableRandom random, PlainRows plain, WeightedRows weighted) {
        for (int count = 0; count < 11; count++) {
            int to = 1 + count;
            int[] ids = random.ints(12, 0, ROWS).toArray();
            double[] weights = random.doubles(12, -1, 1).toArray();
            float[] start = guarded(Fill.ORDINARY.floats(dim, random));
            compareInPlace(start, (ops, sum) -> plain.add(ops, ids, to, sum));
            double[] expected = random.doubles(dim + GUARD, -1, 1).toArray();
            double[] actual = expected.clone();
            weighted.add(scalar, ids, weights, to, expected);
            weighted.add(simd, ids, weights, to, actual);
            assertThat(actual).as(Seeds.describe(dim)).isEqualTo(expected);
        }
    }

    private void compareInPlace(float[] start, InPlace operation) {
        float[] expected = start.clone();
        float[] actual = start.clone();
        operation.run(scalar, expected);
        operation.run(simd, actual);
        Supplier<String> seed = () -> "repeat with -Dtest.seed=" + Seeds.seed();
        assertThat(bits(actual)).as(seed).isEqualTo(bits(expected));
        assertThat(Arrays.copyOf(actual, GUARD)).as(seed).containsOnly(GUARD_VALUE);
        assertThat(Arrays.copyOfRange(actual, actual.length - GUARD, actual.length))
                .as(seed)
                .containsOnly(GUARD_VALUE);
    }

    private static float[] guarded(float[] values) {
        float[] guarded = new float[values.length + 2 * GUARD];
        Arrays.fill(guarded, GUARD_VALUE);
        System.arraycopy(values, 0, guarded, GUARD, values.length);
        return guarded;
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        Arrays.setAll(bits, i -> Float.floatToIntBits(values[i]));
        return bits;
    }

    private interface InPlace {
        void run(VectorOps ops, float[] values);
    }

    private interface PlainRows {
        void add(VectorOps ops, int[] ids, int to, float[] sum);
    }

    private interface WeightedRows {
        void add(VectorOps ops, int[] ids, double[] weights, int to, double[] sum);
    }

    private enum Fill {
        ORDINARY {
            @Override
            float value(SplittableRandom random) {
                return (float) (random.nextDouble() - 0.5);
            }
        },
        ZEROS {
            @Override
            float value(SplittableRandom random) {
                return random.nextBoolean() ? 0f : -0f;
            }
        },
        LARGEST {
            @Override
            float value(SplittableRandom random) {
                return random.nextBoolean() ? Float.MAX_VALUE : -Float.MAX_VALUE;
            }
        },
        SUBNORMAL {
            @Override
            float value(SplittableRandom random) {
                return Float.intBitsToFloat(random.nextInt(0x0080_0000));
            }
        };

        abstract float value(SplittableRandom random);

        float[] floats(int length, SplittableRandom random) {
            float[] values = new float[length];
            for (int i = 0; i < length; i++) {
                values[i] = value(random);
            }
            return values;
        }
    }
}
