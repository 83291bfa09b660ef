package dev.embeam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.embeam.metric.Quirk;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.Split;
import dev.embeam.schema.TextPairs;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PairTasksTest {
    private static final TextPairs GOLDEN = new TextPairs(
            Split.TEST,
            "golden.jsonl",
            List.of("1 2 2", "0 1 0", "3 0 4"),
            List.of("2 0 1", "0 2 0", "0 3 4"),
            new double[] {0, 1, 0.5});
    private static final TextPairs ZEROS = new TextPairs(
            Split.TEST, "zeros.jsonl", List.of("0 0", "0 0", "3 4"), List.of("3 4", "0 0", "3 4"), new double[] {0, 1, 1
            });

    @Test
    void similaritiesAreThoseOfTheGoldenCase() {
        assertScores(sts(GOLDEN), 0, 0.596285, 1, 0.64);
        assertScores(sts(GOLDEN), 1, -4, -1, -6);
        assertScores(sts(GOLDEN), 2, -2.449490, -1, -4.242641);
        assertScores(sts(GOLDEN, Quirk.EUCLIDEAN_IS_MANHATTAN), 2, -4, -1, -6);
        assertScores(sts(GOLDEN), 3, 4, 2, 16);
    }

    @Test
    void cosineOfZeroVectorsDiffersByTask() {
        assertScores(sts(ZEROS), 0, 0, 0, 1);
        assertScores(pairs(ZEROS), 0, 0.5, 1, 1);
        assertThat(FixedVectors.kinds(FixedVectors.report(pairs(ZEROS))))
                .containsExactly("thresholds-of-the-test-part", "zero-vectors", "zero-vectors");
    }

    @Test
    void constantScoresCountAsZeroWithAWarning() {
        TextPairs constant =
                new TextPairs(Split.TEST, "c", List.of("1 0", "1 0"), List.of("0 1", "0 1"), new double[] {0, 1});
        EvaluationReport report = FixedVectors.report(sts(constant));
        assertThat(report.systems().get(0).value("jmteb:spearman").value()).isZero();
        assertThat(FixedVectors.kinds(report))
                .containsExactly("no-validation-part", "constant-scores", "constant-scores");
        assertThat(FixedVectors.kinds(FixedVectors.report(pairs(constant)))).contains("constant-scores");
    }

    @Test
    void trainPartPlaysValidation() {
        StsEvaluation task =
                new StsEvaluation(Parts.unfitted(Optional.of(GOLDEN), Optional.empty(), GOLDEN), FixedVectors.rules());
        EvaluationReport report = FixedVectors.report(FixedVectors.of(task, FixedVectors.rules(), 3));
        assertThat(FixedVectors.kinds(report)).containsExactly("train-plays-validation");
        assertThat(report.systems().get(0).validation()).hasSize(4);
    }

    @Test
    void reversedCosineIsSearchedFromTheLowEnd() {
        TextPairs part = new TextPairs(
                Split.TEST,
                "r",
                List.of("1 0", "1 0", "1 0", "1 0"),
                List.of("1 0", "1 0.1", "0 1", "-1 0.1"),
                new double[] {1, 1, 0, 0});
        assertThat(cosineF1(part)).isEqualTo(1);
        assertThat(cosineF1(part, Quirk.REVERSED_PAIR_COSINE)).isLessThan(0.5);
    }

    @Test
    void labelsOtherThanZeroAndOneAreAnError() {
        assertThatThrownBy(() -> pairs(GOLDEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("golden.jsonl has 3 different labels");
        TextPairs one = new TextPairs(Split.TEST, "one.jsonl", List.of("1"), List.of("1"), new double[] {1});
        assertThatThrownBy(() -> pairs(one)).hasMessageContaining("one.jsonl has 1 different labels");
    }

    @Test
    void vectorThatIsNotFiniteIsAnError() {
        TextPairs broken =
                new TextPairs(Split.TEST, "b", List.of("1 0", "NaN 0"), List.of("0 1", "0 1"), new double[] {0, 1});
        assertThatThrownBy(() -> FixedVectors.report(sts(broken)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("text 2 of the test part");
    }

    @Test
    void systemsAreComparedByExchangingRows() {
        EvaluationReport report = FixedVectors.report(sts(GOLDEN));
        assertThat(report.comparisons()).singleElement().satisfies(comparison -> {
            assertThat(comparison.difference()).isZero();
            assertThat(comparison.p()).isEqualTo(1);
        });
    }

    private static double cosineF1(TextPairs part, Quirk... quirks) {
        EvaluationReport report = FixedVectors.report(pairs(part, quirks));
        return report.systems().get(0).value("jmteb:binary_f1").value();
    }

    private static Evaluation sts(TextPairs test, Quirk... quirks) {
        EvaluationRules rules = FixedVectors.rules(quirks);
        int dims = test.first().get(0).split(" ", -1).length;
        return FixedVectors.of(
                new StsEvaluation(Parts.unfitted(Optional.empty(), Optional.empty(), test), rules), rules, dims);
    }

    private static Evaluation pairs(TextPairs test, Quirk... quirks) {
        EvaluationRules rules = FixedVectors.rules(quirks);
        int dims = test.first().get(0).split(" ", -1).length;
        return FixedVectors.of(
                new PairEvaluation(Parts.unfitted(Optional.empty(), Optional.empty(), test), rules), rules, dims);
    }

    private static void assertScores(Evaluation evaluation, int candidate, double... expected) {
        double[] scores = evaluation.run(new Trial(0, candidate, Split.TEST, 0)).values();
        assertThat(scores).containsExactly(expected, within(1e-6));
    }
}
