package dev.embeam.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CompensatedSumTest {
    @Test
    void smallTermsBesideLargeOnesAreKept() {
        assertThat(CompensatedSum.of(1, 1e100, 1, -1e100)).isEqualTo(2);
    }

    @Test
    void tenTenthsAreOne() {
        assertThat(CompensatedSum.of(.1, .1, .1, .1, .1, .1, .1, .1, .1, .1)).isEqualTo(1);
    }

    @Test
    void theMeanOfNothingIsAnError() {
        assertThatThrownBy(CompensatedSum::mean)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing to take the mean of");
    }
}
