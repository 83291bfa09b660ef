package dev.embeam.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.Seeds;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Float16Test {
    @Test
    void everyHalfComesBackFromItsFloat() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            float value = Float16.toFloat((short) bits);
            if (!Float.isNaN(value)) {
                assertThat(Float16.fromFloat(value)).isEqualTo((short) bits);
            }
        }
    }

    @Test
    void valuesAreThoseOfTheStandard() {
        assertThat(Float16.toFloat((short) 0x3c00)).isEqualTo(1f);
        assertThat(Float16.toFloat((short) 0xc000)).isEqualTo(-2f);
        assertThat(Float16.toFloat((short) 0x0001)).isEqualTo(0x1p-24f);
        assertThat(Float16.toFloat((short) 0x7bff)).isEqualTo(65504f);
        assertThat(Float16.toFloat((short) 0x7c00)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(Float16.toFloat((short) 0x7e01)).isNaN();
    }

    @Test
    void roundsToTheNearestAndTiesToEven() {
        SplittableRandom random = Seeds.random(0);
        for (int i = 0; i < 200_000; i++) {
            int positive = random.nextInt(0x7c00);
            float low = Float16.toFloat((short) positive);
            float high = positive == 0x7bff ? 65536f : Float16.toFloat((short) (positive + 1));
            float middle = low + (high - low) / 2;
            int even = (positive & 1) == 0 ? positive : positive + 1;
            assertThat(Float16.fromFloat(middle)).isEqualTo((short) even);
            assertThat(Float16.fromFloat(Math.nextDown(middle))).isEqualTo((short) positive);
            assertThat(Float16.fromFloat(-Math.nextUp(middle))).isEqualTo((short) (0x8000 | (positive + 1)));
        }
    }
}
