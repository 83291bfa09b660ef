package dev.embeam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.Seeds;
import dev.embeam.statistic.Holm;
import dev.embeam.statistic.RandomisationTest;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChangeTestsTest {
    private final SplittableRandom random = Seeds.random(3);

    private double[] values(double[] base, double shift) {
        return Arrays.stream(base)
                .map(value -> value + shift * random.nextDouble())
                .toArray();
    }

    @Test
    void valuesAreThoseOfTheTestCorrectedOverAllMeasures() {
        double[] base = random.doubles(60).toArray();
        double[] better = values(base, 0.2);
        double[] other = random.doubles(60).toArray();
        ChangeTests tests = new ChangeTests(999, 5);
        tests.add("a", "x", base, better);
        tests.add("b", "y", base, other);
        tests.add("b", "z", base, base);
        RandomisationTest test = new RandomisationTest(999, 5);
        double[] expected = Holm.adjust(test.means(base, better), test.means(base, other), test.means(base, base));
        List<MeasureChange> changes = tests.changes();
        assertThat(changes).extracting(MeasureChange::measure).containsExactly("x", "y", "z");
        assertThat(changes.stream().mapToDouble(MeasureChange::adjusted).toArray())
                .isEqualTo(expected);
        assertThat(changes.get(0).change()).isPositive();
        assertThat(changes.get(2).change()).isZero();
    }

    @Test
    void aFallIsFoundAmongAnyNumberOfMeasures() {
        double[] base = random.doubles(100, 0.5, 1).toArray();
        ChangeTests tests = new ChangeTests(100, 1);
        tests.add("a", "fallen", base, values(base, -0.4));
        for (int i = 0; i < 300; i++) {
            tests.add("a", "same" + i, base, base);
        }
        assertThat(tests.changes())
                .filteredOn(change -> change.fellBy(0.01))
                .extracting(MeasureChange::measure)
                .containsExactly("fallen");
    }

    @Test
    void onlyAFallBeyondTheDropAndBeyondChanceFails() {
        assertThat(new MeasureChange("a", "x", 0.8, 0.7, 0.01).fellBy(0.05)).isTrue();
        assertThat(new MeasureChange("a", "x", 0.8, 0.7, 0.05).fellBy(0.05)).isFalse();
        assertThat(new MeasureChange("a", "x", 0.8, 0.7, 0.01).fellBy(0.2)).isFalse();
        assertThat(new MeasureChange("a", "x", 0.7, 0.8, 0.01).fellBy(0.05)).isFalse();
    }
}
