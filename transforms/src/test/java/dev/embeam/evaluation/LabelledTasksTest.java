package dev.embeam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.embeam.learn.MiniBatchKMeans;
import dev.embeam.learn.NearestNeighbors;
import dev.embeam.learn.WardClustering;
import dev.embeam.metric.Quirk;
import dev.embeam.metric.VMeasure;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.LabelledTexts;
import dev.embeam.schema.MeasureValue;
import dev.embeam.schema.Split;
import dev.embeam.schema.SystemReport;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LabelledTasksTest {
    private static final LabelledTexts TRAIN =
            part(Split.TRAIN, "1 0=a", "1 0.1=a", "0 1=b", "0.1 1=b", "-1 0=c", "-1 0.1=c");

    @Test
    void clustersAreScoredWithTheirSpreadOverSeeds() {
        LabelledTexts test = part(Split.TEST, "1 0=x", "1 0.1=x", "0 9=y", "0.1 9=y");
        EvaluationReport report = FixedVectors.report(clustering(Optional.of(test), test));
        SystemReport system = report.systems().get(0);
        assertThat(system.variant()).isEqualTo("MiniBatchKMeans");
        assertThat(system.validation().keySet()).containsExactly("MiniBatchKMeans", "AgglomerativeClustering");
        MeasureValue main = system.value("jmteb:v_measure_score");
        assertThat(main.value()).isCloseTo(1, within(1e-12));
        assertThat(main.seeds().orElseThrow().seeds()).isEqualTo(3);
    }

    @Test
    void fewerRowsThanClustersIsAWarning() {
        LabelledTexts two = part(Split.VALIDATION, "1 0=x", "0 1=y");
        LabelledTexts test = part(Split.TEST, "1 0=x", "0 1=y", "-1 0=z", "-1 0.1=z");
        assertThat(FixedVectors.kinds(FixedVectors.report(clustering(Optional.of(two), test))))
                .containsExactly("class-absent-from-part", "fewer-rows-than-clusters");
    }

    @Test
    void oneClassIsAnError() {
        LabelledTexts one = part(Split.TEST, "1 0=x", "0 1=x");
        assertThatThrownBy(() -> clustering(Optional.empty(), one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("test.jsonl has the class x alone");
        assertThatThrownBy(() -> classification(part(Split.TRAIN, "1 0=x", "0 1=x"), one))
                .hasMessageContaining("train.jsonl has the class x alone");
    }

    @Test
    void unseenTestLabelIsCounted() {
        LabelledTexts test = part(Split.TEST, "1 0=a", "0 1=b", "-1 0=new", "-1 0.1=new");
        EvaluationReport report = FixedVectors.report(classification(TRAIN, test));
        assertThat(FixedVectors.kinds(report))
                .containsExactly(
                        "no-validation-part", "class-absent-from-part", "class-absent-from-part", "unseen-test-label");
        assertThat(report.warnings().get(3).count()).isEqualTo(2);
        assertThat(report.warnings().get(3).detail()).endsWith("new (2 rows)");
        assertThat(report.systems().get(0).value("jmteb:accuracy").value()).isEqualTo(0.5);
    }

    @Test
    void numberingEachPartByItselfShiftsClasses() {
        LabelledTexts test = part(Split.TEST, "0 1=b", "0.1 1=b", "-1 0=c", "-1 0.1=c");
        EvaluationReport shared = FixedVectors.report(classification(TRAIN, test));
        assertThat(shared.systems().get(0).value("jmteb:accuracy").value()).isEqualTo(1);
        EvaluationReport byPart = FixedVectors.report(classification(TRAIN, test, Quirk.LABELS_BY_PART));
        assertThat(byPart.systems().get(0).value("jmteb:accuracy").value()).isZero();
        assertThat(FixedVectors.kinds(byPart)).contains("labels-numbered-by-part");
    }

    @Test
    void labelsThatAreNumbersAreOrderedAsNumbers() {
        ClassNumbers numbers = ClassNumbers.of(List.of(part(Split.TEST, "1=10", "1=9", "1=-1")));
        assertThat(numbers.names()).containsExactly("-1", "9", "10");
        assertThat(ClassNumbers.of(List.of(part(Split.TEST, "1=10", "1=9", "1=x")))
                        .names())
                .containsExactly("10", "9", "x");
    }

    @Test
    void sharesOfRowsHaveTheMeasureForTheirMean() {
        int[] truth = {0, 0, 0, 0, 1, 1, 2, 2, 2, 2};
        int[] groups = {0, 0, 0, 1, 1, 1, 2, 2, 0, 2};
        AgreementShares shares = new AgreementShares(truth, groups);
        assertThat(Arrays.stream(shares.of(VMeasure::value)).average().orElseThrow())
                .isCloseTo(0.596162, within(1e-6));
        // Row 3 is in a group of another class: without it agreement is better.
        assertThat(shares.of(VMeasure::value)[3]).isLessThan(shares.of(VMeasure::value)[0]);
    }

    private static Evaluation clustering(Optional<LabelledTexts> validation, LabelledTexts test) {
        EvaluationRules rules = FixedVectors.rules();
        return FixedVectors.of(
                new ClusteringEvaluation(
                        Parts.unfitted(Optional.empty(), validation, test),
                        List.of(new MiniBatchKMeans(), new WardClustering()),
                        rules),
                rules,
                2);
    }

    private static Evaluation classification(LabelledTexts train, LabelledTexts test, Quirk... quirks) {
        EvaluationRules rules = FixedVectors.rules(quirks);
        return FixedVectors.of(
                new ClassificationEvaluation(
                        Parts.fitted(train, Optional.empty(), test), List.of(new NearestNeighbors()), rules),
                rules,
                2);
    }

    private static LabelledTexts part(Split split, String... rows) {
        return new LabelledTexts(
                split,
                split.label() + ".jsonl",
                Arrays.stream(rows).map(row -> row.split("=", -1)[0]).toList(),
                Arrays.stream(rows).map(row -> row.split("=", -1)[1]).toList());
    }
}
