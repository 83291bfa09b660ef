package dev.embeam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fixture.Seeds;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What training and quantising ask of the kernels, with vectors against plain loops. */
class WeightTableTest {
    private final VectorOps scalar = new ScalarOps();
    private final VectorOps simd = VectorOpsProvider.choose("simd");

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 8, 13, 16, 31, 64, 207, 300})
    void stepsAreTheSameBitsAndTouchNothingElse(int dim) {
        SplittableRandom random = Seeds.random(dim);
        float[] rows = floats(3 * dim, random);
        float[] hidden = floats(dim, random);
        float[] gradient = floats(dim, random);
        float[] expectedRows = rows.clone();
        float[] expectedGradient = gradient.clone();
        scalar.step(expectedRows, dim, 0.37f, hidden, expectedGradient, dim);
        simd.step(rows, dim, 0.37f, hidden, gradient, dim);
        assertThat(rows).as(Seeds.describe(dim)).isEqualTo(expectedRows);
        assertThat(gradient).as(Seeds.describe(dim)).isEqualTo(expectedGradient);
        scalar.addScaled(hidden, 0, -1.3f, expectedRows, dim, dim);
        simd.addScaled(hidden, 0, -1.3f, rows, dim, dim);
        assertThat(rows).as(Seeds.describe(dim)).isEqualTo(expectedRows);
    }

    @Test
    void aStepGivesTheOldRowToTheGradient() {
        WeightTable table = WeightTable.of(FloatTable.of(new float[] {1, 2, 10, 20}, 2));
        float[] gradient = {100, 200};
        table.step(1, 0.5f, new float[] {4, 6}, gradient);
        assertThat(gradient).containsExactly(105, 210);
        assertThat(table.asTable().number(1, 0)).isEqualTo(12);
        assertThat(table.asTable().number(1, 1)).isEqualTo(23);
        assertThat(table.asTable().number(0, 1)).isEqualTo(2);
    }

    @Test
    void aRowThatComesTwiceChangesTwice() {
        WeightTable table = WeightTable.zeros(2, 1);
        table.addToRows(new int[] {9, 1, 0, 1}, 1, 4, new float[] {0.25f});
        assertThat(table.asTable().number(0, 0)).isEqualTo(0.25f);
        assertThat(table.asTable().number(1, 0)).isEqualTo(0.5f);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 8, 11})
    void severalInnerProductsAreThoseOfEach(int count) {
        SplittableRandom random = Seeds.random(count);
        FloatTable original = FloatTable.inBlocks(floats(7 * 19, random), 19, 1);
        WeightTable table = WeightTable.of(original);
        int[] rows = random.ints(count, 0, 7).toArray();
        float[] vector = floats(19, random);
        float[] products = new float[count];
        table.sequentialDots(rows, count, vector, products);
        for (int i = 0; i < count; i++) {
            assertThat(products[i]).as(Seeds.describe(count)).isEqualTo(original.sequentialDot(rows[i], vector));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8})
    void nearestCentroidsAreTheSameWithVectors(int width) {
        SplittableRandom random = Seeds.random(width);
        int count = 531;
        // Few different numbers, so that many centroids are equally near.
        float[] points = coarse(count * width, random);
        float[] centroids = coarse(256 * width, random);
        byte[] expected = new byte[count];
        byte[] actual = new byte[count];
        scalar.nearest(points, count, 3, count - 2, width, centroids, expected);
        simd.nearest(points, count, 3, count - 2, width, centroids, actual);
        assertThat(actual).as(Seeds.describe(width)).isEqualTo(expected);
    }

    @Test
    void theFirstOfEquallyNearCentroidsIsTaken() {
        byte[] codes = new byte[20];
        NearestCentroids.find(new float[20], 20, 0, 20, 1, new float[] {5, -1, 1, -1}, codes);
        assertThat(codes).containsOnly(1);
    }

    @Test
    void pointsBeyondTheArrayAreRefused() {
        assertThatThrownBy(() -> NearestCentroids.find(new float[19], 10, 0, 10, 2, new float[4], new byte[10]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("19 numbers");
        assertThatThrownBy(() -> NearestCentroids.find(new float[4], 4, 0, 4, 1, new float[257], new byte[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("256");
    }

    private static float[] floats(int length, SplittableRandom random) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (random.nextDouble() * 4 - 2);
        }
        return values;
    }

    private static float[] coarse(int length, SplittableRandom random) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextInt(9) * 0.3f;
        }
        return values;
    }
}
