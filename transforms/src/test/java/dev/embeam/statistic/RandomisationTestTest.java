package dev.embeam.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.embeam.fixture.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomisationTestTest {
    private static final RandomisationTest TEST = new RandomisationTest(20_000, 7);

    private static double[] uniform(int rows, int testCase) {
        SplittableRandom random = Seeds.random(testCase);
        double[] values = new double[rows];
        Arrays.setAll(values, row -> random.nextDouble());
        return values;
    }

    /** The share among all exchanges, by going through them. */
    private static double exact(double[] first, double[] second) {
        int rows = first.length;
        double observed =
                Math.abs(Arrays.stream(first).sum() - Arrays.stream(second).sum());
        int count = 0;
        for (int mask = 0; mask < 1 << rows; mask++) {
            double difference = 0;
            for (int row = 0; row < rows; row++) {
                difference += ((mask >> row & 1) == 0 ? 1 : -1) * (first[row] - second[row]);
            }
            count += Math.abs(difference) >= observed - 1e-9 ? 1 : 0;
        }
        return (double) count / (1 << rows);
    }

    @Test
    void pIsThatOfAllExchanges() {
        double[] first = uniform(10, 1);
        double[] second = Arrays.stream(uniform(10, 2)).map(v -> v * 0.8).toArray();
        assertThat(TEST.means(first, second)).as(Seeds.describe(1)).isCloseTo(exact(first, second), within(0.02));
    }

    @Test
    void systemsThatDoNotDifferHaveOne() {
        double[] values = uniform(100, 3);
        assertThat(TEST.means(values, values.clone())).isEqualTo(1);
    }

    @Test
    void aClearDifferenceHasTheSmallestP() {
        double[] first = uniform(100, 4);
        double[] second = Arrays.stream(first).map(v -> v + 0.1).toArray();
        assertThat(TEST.means(first, second)).isCloseTo(1.0 / 20_001, within(1e-12));
    }

    @Test
    void allPairsAtOnceAreThePairsAlone() {
        List<double[]> systems = List.of(uniform(30, 5), uniform(30, 6), uniform(30, 7));
        double[][] all = TEST.means(systems);
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                assertThat(all[a][b]).isEqualTo(TEST.means(systems.get(a), systems.get(b)));
            }
        }
    }

    @Test
    void meansAsAStatisticOfRowsHaveTheSameP() {
        double[] first = uniform(25, 8);
        double[] second = uniform(25, 9);
        double general = TEST.of(25, exchanged -> {
            double difference = 0;
            for (int row = 0; row < 25; row++) {
                difference += (exchanged[row] ? -1 : 1) * (first[row] - second[row]);
            }
            return difference / 25;
        });
        assertThat(general).isEqualTo(TEST.means(first, second));
    }
}
