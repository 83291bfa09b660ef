package dev.embeam.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.embeam.fixture.Seeds;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RocAucTest {
    @Test
    void isTheShareOfPairsInTheRightOrderWithTiesCountedHalf() {
        SplittableRandom random = Seeds.random(1);
        for (int rows = 2; rows < 60; rows++) {
            double[] scores = new double[rows];
            boolean[] positive = new boolean[rows];
            for (int row = 0; row < rows; row++) {
                scores[row] = random.nextInt(10);
                positive[row] = row == 0 || (row > 1 && random.nextBoolean());
            }
            assertThat(RocAuc.of(scores, positive))
                    .as(Seeds.describe(1))
                    .isCloseTo(byPairs(scores, positive), within(1e-12));
        }
    }

    private static double byPairs(double[] scores, boolean[] positive) {
        double won = 0;
        int pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (positive[i] && !positive[j]) {
                    won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return won / pairs;
    }

    @Test
    void isNotANumberWhereOneSideIsMissing() {
        assertThat(RocAuc.of(new double[] {1, 2}, new boolean[] {true, true})).isNaN();
        assertThat(RocAuc.of(new double[] {1, 2}, new boolean[] {false, false})).isNaN();
    }
}
