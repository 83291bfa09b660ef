package dev.embeam.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.embeam.fixture.Seeds;
import dev.embeam.schema.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(4_000, 7);

    private static double[] uniform(int rows, int testCase) {
        SplittableRandom random = Seeds.random(testCase);
        double[] values = new double[rows];
        Arrays.setAll(values, row -> random.nextDouble());
        return values;
    }

    private static double mean(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).sum() / rows.length;
    }

    @Test
    void equalValuesHaveNoWidth() {
        assertThat(BOOTSTRAP.mean(0.5, 0.5, 0.5)).isEqualTo(new Interval(0.5, 0.5));
    }

    @Test
    void theWidthIsThatOfTheNormalApproximation() {
        double[] values = uniform(1_000, 1);
        double mean = CompensatedSum.mean(values);
        double deviation = Math.sqrt(CompensatedSum.mean(
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).toArray()));
        double half = 1.96 * deviation / Math.sqrt(values.length);
        Interval interval = BOOTSTRAP.mean(values);
        assertThat(interval.low()).as(Seeds.describe(1)).isCloseTo(mean - half, within(0.1 * half));
        assertThat(interval.high()).as(Seeds.describe(1)).isCloseTo(mean + half, within(0.1 * half));
    }

    @Test
    void columnsMeetTheSameSamplesAsAColumnAlone() {
        double[] first = uniform(50, 2);
        double[] second = uniform(50, 3);
        assertThat(BOOTSTRAP.means(List.of(first, second)))
                .containsExactly(BOOTSTRAP.mean(first), BOOTSTRAP.mean(second));
    }

    @Test
    void theMeanAsAStatisticOfRowsHasTheSameInterval() {
        double[] values = uniform(40, 4);
        Interval general = BOOTSTRAP.of(values.length, rows -> mean(values, rows));
        Interval fast = BOOTSTRAP.mean(values);
        assertThat(general.low()).isCloseTo(fast.low(), within(1e-12));
        assertThat(general.high()).isCloseTo(fast.high(), within(1e-12));
    }

    @Test
    void anotherSeedGivesAnotherInterval() {
        double[] values = uniform(40, 5);
        assertThat(new Bootstrap(100, 1).mean(values))
                .isEqualTo(new Bootstrap(100, 1).mean(values))
                .isNotEqualTo(new Bootstrap(100, 2).mean(values));
    }

    @Test
    void samplesWithoutAStatisticAreLeftOut() {
        assertThat(BOOTSTRAP.of(2, rows -> rows[0] == rows[1] ? Double.NaN : 3)).isEqualTo(new Interval(3, 3));
        assertThatThrownBy(() -> BOOTSTRAP.of(2, rows -> Double.NaN)).hasMessageContaining("no sample of the rows");
    }

    @Test
    void columnsOfDifferentLengthsAreAnError() {
        assertThatThrownBy(() -> BOOTSTRAP.means(List.of(new double[2], new double[3])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("column 1 has 3 rows; expected 2");
    }

    @Test
    void noRowsAreAnError() {
        assertThatThrownBy(BOOTSTRAP::mean).hasMessageContaining("no row");
        assertThatThrownBy(() -> BOOTSTRAP.of(0, rows -> 0)).hasMessageContaining("no row");
    }
}
