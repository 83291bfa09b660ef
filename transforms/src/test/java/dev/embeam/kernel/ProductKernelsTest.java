package dev.embeam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fixture.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProductKernelsTest {
    private static final int[] COUNTS = {0, 1, 2, 3, 4, 5, 7, 8, 9, 11, 12, 16, 21};
    private static final int[] DIMS = {1, 2, 3, 8, 13, 31, 64, 100, 257};
    private static final int GUARD = 5;

    static Stream<ProductOps> implementations() {
        return Stream.of(new ScalarProducts(), new SimdProducts());
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void productsAreOneFusedSumInTheOrderOfColumns(ProductOps ops) {
        int test = 0;
        for (int count : COUNTS) {
            for (int dim : DIMS) {
                SplittableRandom random = Seeds.random(test);
                float[] rows = numbers(random, count * dim + 3);
                float[] queries = numbers(random, 29 * dim);
                float[] products = guarded(count);
                int cut = random.nextInt(dim + 1);
                float[] panel = QueryPanels.of(queries, dim).panel(0);
                ops.addProducts(rows, 3, count, dim, 0, cut, panel, products);
                assertThat(products).as(Seeds.describe(test)).containsExactly(naive(rows, count, dim, cut, queries));
                ops.addProducts(rows, 3, count, dim, cut, dim, panel, products);
                assertThat(products).as(Seeds.describe(test++)).containsExactly(naive(rows, count, dim, dim, queries));
            }
        }
    }

    /** The definition, an element at a time, with what surrounds the block. */
    private static float[] naive(float[] rows, int count, int dim, int width, float[] queries) {
        float[] products = guarded(count);
        for (int row = 0; row < count; row++) {
            for (int query = 0; query < 29; query++) {
                products[row * QueryPanels.WIDTH + query] =
                        ProductKernels.dot(0, rows, 3 + row * dim, queries, query * dim, width);
            }
        }
        return products;
    }

    private static float[] guarded(int count) {
        float[] products = new float[count * QueryPanels.WIDTH + GUARD];
        Arrays.fill(products, count * QueryPanels.WIDTH, products.length, 77);
        return products;
    }

    @Test
    void selectionsAreEqualInAllImplementationsAndAsDefined() {
        for (int test = 0; test < 200; test++) {
            SplittableRandom random = Seeds.random(test);
            int count = random.nextInt(20);
            float[] products = numbers(random, count * QueryPanels.WIDTH);
            float[] rowsA = numbers(random, count);
            float[] rowsB = numbers(random, count);
            float[] ofQueries = numbers(random, QueryPanels.WIDTH);
            float[] limits = limits(random);
            int[] scaled = expected(count, limits, (row, lane, i) -> products[i] * rowsA[row] * ofQueries[lane]);
            int[] shifted = expected(
                    count, limits, (row, lane, i) -> Math.fma(rowsA[row], ofQueries[lane], products[i]) + rowsB[row]);
            implementations().forEach(ops -> {
                int[] selected = new int[products.length];
                int found = ops.selectScaled(products, count, rowsA, ofQueries, limits, selected);
                assertThat(Arrays.copyOf(selected, found)).containsExactly(scaled);
                found = ops.selectShifted(products, count, rowsA, rowsB, ofQueries, limits, selected);
                assertThat(Arrays.copyOf(selected, found)).containsExactly(shifted);
            });
        }
    }

    @FunctionalInterface
    private interface Value {
        float at(int row, int lane, int i);
    }

    private static int[] expected(int count, float[] limits, Value value) {
        return IntStream.range(0, count * QueryPanels.WIDTH)
                .filter(i -> value.at(i / QueryPanels.WIDTH, i % QueryPanels.WIDTH, i) >= limits[i % QueryPanels.WIDTH])
                .toArray();
    }

    private static float[] limits(SplittableRandom random) {
        float[] limits = numbers(random, QueryPanels.WIDTH);
        limits[0] = Float.NEGATIVE_INFINITY;
        limits[1] = Float.POSITIVE_INFINITY;
        limits[2] = 0;
        return limits;
    }

    @Test
    void notANumberReachesNoLimit() {
        float[] products = new float[QueryPanels.WIDTH];
        Arrays.fill(products, Float.NaN);
        float[] ones = new float[QueryPanels.WIDTH];
        float[] limits = new float[QueryPanels.WIDTH];
        Arrays.fill(limits, Float.NEGATIVE_INFINITY);
        int[] selected = new int[QueryPanels.WIDTH];
        assertThat(ProductKernels.selectScaled(products, 1, ones, ones, limits, selected))
                .isZero();
    }

    @Test
    void blockThatLeavesItsArrayIsRefused() {
        QueryPanels queries = QueryPanels.of(new float[8], 4);
        assertThatThrownBy(() -> ProductKernels.addProducts(new float[7], 0, 2, 4, 0, 4, queries, 0, new float[64]))
                .hasMessage("there are 7 numbers of rows; expected at least 8");
        assertThatThrownBy(() -> ProductKernels.addProducts(new float[8], 0, 2, 4, 0, 4, queries, 0, new float[63]))
                .hasMessage("there are 63 products; expected at least 64");
        assertThatThrownBy(() -> ProductKernels.addProducts(new float[8], 0, 2, 4, 0, 5, queries, 0, new float[64]))
                .hasMessageContaining("columns 0 to 5");
    }

    private static float[] numbers(SplittableRandom random, int length) {
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = random.nextInt(10) == 0 ? 0 : (float) random.nextDouble(-1, 1);
        }
        return numbers;
    }
}
