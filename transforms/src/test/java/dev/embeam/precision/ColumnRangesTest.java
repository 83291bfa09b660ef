package dev.embeam.precision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.Seeds;
import dev.embeam.schema.Calibration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ColumnRangesTest {
    @Test
    void noVectorHasNoRanges() {
        ColumnRanges ranges = new ColumnRanges(2);
        ranges.add(new float[0], 0);
        assertThat(ranges.calibration()).isEqualTo(Calibration.NONE);
    }

    @Test
    void everyColumnHasItsSmallestAndLargestNumber() {
        ColumnRanges ranges = new ColumnRanges(2);
        ranges.add(new float[] {1, -3, 0, 5}, 2);
        ranges.add(new float[] {-2, 4, 99, 99}, 1);
        assertThat(ranges.calibration()).isEqualTo(new Calibration(new float[] {-2, -3}, new float[] {1, 5}));
    }

    @Test
    void vectorsThatAreNotFiniteHaveNoPart() {
        ColumnRanges ranges = new ColumnRanges(2);
        ranges.add(new float[] {Float.NaN, 9, 1, 2, 9, Float.NEGATIVE_INFINITY}, 3);
        assertThat(ranges.calibration()).isEqualTo(new Calibration(new float[] {1, 2}, new float[] {1, 2}));
        ColumnRanges none = new ColumnRanges(1);
        none.add(new float[] {Float.NaN}, 1);
        assertThat(none.calibration()).isEqualTo(Calibration.NONE);
    }

    @Test
    void largeNumbersWhoseSquaresOverflowCount() {
        ColumnRanges ranges = new ColumnRanges(1);
        ranges.add(new float[] {3e38f, -3e38f}, 2);
        assertThat(ranges.calibration()).isEqualTo(new Calibration(new float[] {-3e38f}, new float[] {3e38f}));
    }

    @Test
    void partsTogetherGiveTheRangesOfTheWhole() {
        SplittableRandom random = Seeds.random(1);
        float[] vectors = new float[60];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = (float) random.nextDouble(-1, 1);
        }
        ColumnRanges whole = new ColumnRanges(3);
        whole.add(vectors, 20);
        Calibration union = Calibration.NONE;
        for (int row = 19; row >= 0; row--) {
            ColumnRanges part = new ColumnRanges(3);
            part.add(Arrays.copyOfRange(vectors, 3 * row, 3 * row + 3), 1);
            union = union.union(part.calibration());
        }
        assertThat(union).isEqualTo(whole.calibration());
    }
}
