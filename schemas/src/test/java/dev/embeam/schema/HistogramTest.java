package dev.embeam.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void smallValuesAreExact() {
        Histogram histogram = Histogram.of(0, 1, 1, 15);
        assertThat(histogram.total()).isEqualTo(4);
        assertThat(histogram.quantile(0.5)).isEqualTo(1);
        assertThat(histogram.quantile(1)).isEqualTo(15);
    }

    @Test
    void quantilesAreOffByAtMostAnEighth() {
        SplittableRandom random = Seeds.random(0);
        int[] values = random.ints(10_000, 0, 1 << 20).toArray();
        Histogram histogram = Histogram.of(values);
        Arrays.sort(values);
        for (double share : new double[] {0.01, 0.5, 0.9, 0.99}) {
            long exact = values[(int) (share * values.length)];
            assertThat(histogram.quantile(share)).isBetween(exact - exact / 8 - 1, exact);
        }
    }

    @Test
    void partsAddUpToTheWhole() {
        assertThat(Histogram.of(3, 70_000).plus(Histogram.of(5, Integer.MAX_VALUE)))
                .isEqualTo(Histogram.of(3, 5, 70_000, Integer.MAX_VALUE));
    }

    @Test
    void rangesBetweenPowersOfTwoAreExact() {
        Histogram histogram = Histogram.of(0, 1, 31, 32, 63, 64);
        assertThat(histogram.between(0, 1)).isEqualTo(1);
        assertThat(histogram.between(32, 64)).isEqualTo(2);
        assertThat(histogram.between(64, 128)).isEqualTo(1);
    }

    @Test
    void noValuesGiveZero() {
        assertThat(Histogram.empty().quantile(0.5)).isZero();
    }
}
