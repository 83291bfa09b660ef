package dev.embeam.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {
    @Test
    void valuesAreMultipliedAndKeepTheirOrder() {
        // 0.01 * 4 = 0.04, 0.02 * 3 = 0.06, 0.03 * 2 = 0.06, 0.04 * 1 raised to 0.06
        assertThat(Holm.adjust(0.04, 0.01, 0.03, 0.02))
                .containsExactly(new double[] {0.06, 0.04, 0.06, 0.06}, within(1e-12));
    }

    @Test
    void noneExceedsOne() {
        assertThat(Holm.adjust(0.6, 0.9)).containsExactly(1, 1);
    }

    @Test
    void oneTestIsNotCorrected() {
        assertThat(Holm.adjust(0.03)).containsExactly(0.03);
        assertThat(Holm.adjust()).isEmpty();
    }
}
