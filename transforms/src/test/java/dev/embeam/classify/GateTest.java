package dev.embeam.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fixture.Seeds;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private static final float[] SCORES = {0.9f, 0.8f, 0.7f, 0.2f, 0.6f, 0.1f};
    private static final boolean[] POSITIVE = {true, true, false, true, true, false};

    @ParameterizedTest
    @CsvSource({"0.1, 0.9", "0.25, 0.9", "0.26, 0.8", "0.5, 0.8", "0.75, 0.6", "0.76, 0.2", "1, 0.2"})
    void theHighestThresholdThatReachesTheRecallIsChosen(double recall, float threshold) {
        assertThat(Gate.choose(3, SCORES, POSITIVE, recall)).isEqualTo(new Gate(3, threshold));
    }

    @Test
    void documentsOfEqualProbabilityPassTogether() {
        Gate gate = Gate.choose(0, new float[] {0.5f, 0.5f, 0.5f, 0.4f}, new boolean[] {true, true, false, true}, 0.3);
        assertThat(gate.threshold()).isEqualTo(0.5f);
        assertThat(gate.passes(0.5f)).isTrue();
        assertThat(gate.passes(Math.nextDown(0.5f))).isFalse();
    }

    @Test
    void sharesThatAreNoBinaryFractionsAskForNoDocumentMore() {
        float[] scores = new float[100];
        boolean[] positive = new boolean[100];
        for (int i = 0; i < 100; i++) {
            scores[i] = (i + 1) / 100f;
            positive[i] = true;
        }
        // In doubles 0.29 * 100 is above 28.999... and below 29.
        assertThat(Gate.choose(0, scores, positive, 0.29).threshold()).isEqualTo(72 / 100f);
        assertThat(Gate.choose(0, scores, positive, 0.07).threshold()).isEqualTo(94 / 100f);
    }

    @Test
    void recallOnTheDocumentsItselfIsAtLeastTheTargetAndWouldNotBeAboveTheThreshold() {
        SplittableRandom random = Seeds.random(1);
        for (int round = 0; round < 200; round++) {
            int size = 1 + random.nextInt(50);
            float[] scores = new float[size];
            boolean[] positive = new boolean[size];
            for (int i = 0; i < size; i++) {
                scores[i] = (1 + random.nextInt(8)) / 8f;
                positive[i] = i == 0 || random.nextBoolean();
            }
            double target = (1 + random.nextInt(100)) / 100.0;
            Gate gate = Gate.choose(0, scores, positive, target);
            assertThat(recall(gate, scores, positive)).as(Seeds.describe(1)).isGreaterThanOrEqualTo(target - 1e-9);
            assertThat(recall(new Gate(0, Math.nextUp(gate.threshold())), scores, positive))
                    .as(Seeds.describe(1))
                    .isLessThan(target);
        }
    }

    private static double recall(Gate gate, float[] scores, boolean[] positive) {
        int passed = 0;
        int all = 0;
        for (int i = 0; i < scores.length; i++) {
            all += positive[i] ? 1 : 0;
            passed += positive[i] && gate.passes(scores[i]) ? 1 : 0;
        }
        return (double) passed / all;
    }

    @Test
    void withoutPositiveDocumentsThereIsNothingToChooseBy() {
        assertThatThrownBy(() -> Gate.choose(0, SCORES, new boolean[6], 0.9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none of the 6 validation documents");
    }

    @Test
    void aRecallThatOnlyAnOpenGateReachesIsOutOfReach() {
        float[] scores = {0.9f, 0, 0.5f};
        boolean[] positive = {true, true, true};
        assertThat(Gate.choose(0, scores, positive, 0.66).threshold()).isEqualTo(0.5f);
        assertThatThrownBy(() -> Gate.choose(0, scores, positive, 0.67))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 of 3 positive")
                .hasMessageContaining("out of reach");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.01, Double.NaN})
    void targetsThatAreNoShareAreRefused(double target) {
        assertThatThrownBy(() -> Gate.choose(0, SCORES, POSITIVE, target)).hasMessageContaining("--targetRecall");
    }
}
