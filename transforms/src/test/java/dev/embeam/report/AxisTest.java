package dev.embeam.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void aLinearAxisEndsAtRoundNumbersAroundItsValues() {
        Axis axis = Axis.linear(new double[] {0.613, 0.652}, 0, 100);
        assertThat(axis.ticks().stream().map(axis::name))
                .containsExactly("0.61", "0.62", "0.63", "0.64", "0.65", "0.66");
        assertThat(axis.position(0.61)).isCloseTo(0, within(1e-9));
        assertThat(axis.position(0.66)).isCloseTo(100, within(1e-9));
        assertThat(axis.position(0.635)).isCloseTo(50, within(1e-9));
    }

    @Test
    void anAxisCanRunUpwards() {
        Axis axis = Axis.linear(new double[] {0, 50}, 200, 0);
        assertThat(axis.position(0)).isEqualTo(200);
        assertThat(axis.position(50)).isZero();
        assertThat(axis.ticks().stream().map(axis::name)).containsExactly("0", "10", "20", "30", "40", "50");
    }

    @Test
    void oneValueStandsInTheMiddle() {
        Axis axis = Axis.linear(new double[] {0.5, 0.5}, 0, 100);
        assertThat(axis.position(0.5)).isCloseTo(50, within(1e-6));
    }

    @Test
    void aLogarithmicAxisSetsEqualRatiosEquallyFarApart() {
        Axis axis = Axis.log(new double[] {256, 64, 128, 64}, 0, 100);
        assertThat(axis.ticks()).containsExactly(64.0, 128.0, 256.0);
        assertThat(axis.position(128) - axis.position(64))
                .isCloseTo(axis.position(256) - axis.position(128), within(1e-9));
        assertThat(axis.position(64)).isPositive();
        assertThat(axis.position(256)).isLessThan(100);
    }

    @Test
    void ticksThatWouldOverlapAreLeftOutAndTheLastStays() {
        Axis axis = Axis.log(new double[] {1, 10, 11, 100}, 0, 100);
        assertThat(axis.ticks(20)).containsExactly(1.0, 11.0, 100.0);
    }

    @Test
    void labelsKeepTheirDistanceAndStayInside() {
        assertThat(Labels.spread(new double[] {10, 12, 90}, 14, 0, 95)).containsExactly(10, 24, 90);
        assertThat(Labels.spread(new double[] {94, 95, 96}, 14, 0, 95)).containsExactly(67, 81, 95);
        assertThat(List.of(Labels.spread(new double[0], 14, 0, 95).length)).containsExactly(0);
    }
}
