package dev.embeam.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.embeam.schema.MeasureValue;
import dev.embeam.schema.Warning;
import dev.embeam.statistic.Bootstrap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LabelEvaluationTest {
    private static final List<String> LABELS = List.of("__label__a", "__label__b", "__label__c");
    private static final Bootstrap BOOTSTRAP = new Bootstrap(200, 1);

    /** Right: a, b, a+c, x (unknown), none. Given: a, a+b, c+b, b, a. */
    private static List<JudgedDocuments> documents() {
        LabelNames names = LabelNames.of(LABELS);
        GoldLabels first = GoldLabels.of(List.of(List.of("a"), List.of("__label__b")), names);
        GoldLabels second = GoldLabels.of(List.of(List.of("a", "c", "a"), List.of("x"), List.of()), names);
        return List.of(
                new JudgedDocuments("f", 0, first, new int[] {0, 1, 3}, new int[] {0, 0, 1}, StageWork.NONE),
                new JudgedDocuments("f", 9, second, new int[] {0, 2, 3, 4}, new int[] {2, 1, 1, 0}, StageWork.NONE));
    }

    @Test
    void measuresAreThoseReckonedOnPaper() {
        Map<String, Double> values = values(new LabelEvaluation(documents(), LABELS, BOOTSTRAP, BOOTSTRAP));
        // First labels a, a, c, b against a, b, a+c, x.
        assertThat(values).containsEntry("accuracy", 0.5);
        assertThat(values).containsEntry("precision@1", 0.5);
        assertThat(values).containsEntry("recall@1", 0.4);
        // Given 6, right 5, hits a, b, c.
        assertThat(values).containsEntry("precision@2", 0.5);
        assertThat(values).containsEntry("recall@2", 0.6);
        assertThat(values.get("micro_f1")).isEqualTo(6.0 / 11);
        // a: right 2, given 2, hit 1; b: right 1, given 3, hit 1; c: 1, 1, 1; x: 1, 0, 0.
        assertThat(values.get("macro_f1")).isCloseTo((0.5 + 0.5 + 1 + 0) / 4, within(1e-12));
    }

    @Test
    void everyLabelThatIsMetHasAScore() {
        List<LabelScore> scores = new LabelEvaluation(documents(), LABELS, BOOTSTRAP, BOOTSTRAP).labels();
        assertThat(scores).extracting(LabelScore::label).containsExactly("__label__a", "__label__b", "__label__c", "x");
        assertThat(scores.get(1).precision()).isEqualTo(1.0 / 3);
        assertThat(scores.get(1).recall()).isEqualTo(1);
        assertThat(scores.get(1).f1()).isEqualTo(0.5);
        assertThat(scores.get(3).f1()).isZero();
        assertThat(scores)
                .allSatisfy(score -> assertThat(score.f1())
                        .isBetween(score.confidence().low(), score.confidence().high()));
    }

    @Test
    void theOrderInWhichBatchesComeDoesNotMatter() {
        List<JudgedDocuments> turned = new ArrayList<>(documents());
        Collections.reverse(turned);
        LabelEvaluation one = new LabelEvaluation(documents(), LABELS, BOOTSTRAP, BOOTSTRAP);
        LabelEvaluation other = new LabelEvaluation(JudgedDocuments.inOrder(turned), LABELS, BOOTSTRAP, BOOTSTRAP);
        assertThat(other.measures(2)).isEqualTo(one.measures(2));
        assertThat(other.labels()).isEqualTo(one.labels());
    }

    @Test
    void whatIsOddIsWarnedOf() {
        assertThat(new LabelEvaluation(documents(), LABELS, BOOTSTRAP, BOOTSTRAP).warnings())
                .extracting(Warning::kind, Warning::count)
                .containsExactly(tuple("label-unknown-to-classifier", 1L), tuple("document-without-label", 1L));
    }

    @Test
    void withoutRightLabelsThereIsNothingToEvaluate() {
        GoldLabels none = GoldLabels.of(List.of(List.of()), LabelNames.of(LABELS));
        JudgedDocuments part = new JudgedDocuments("f", 0, none, new int[] {0, 1}, new int[] {0}, StageWork.NONE);
        assertThatThrownBy(() -> new LabelEvaluation(List.of(part), LABELS, BOOTSTRAP, BOOTSTRAP))
                .hasMessageContaining("none of 1 documents has a right label");
    }

    private static Map<String, Double> values(LabelEvaluation evaluation) {
        Map<String, Double> values = new TreeMap<>();
        for (MeasureValue value : evaluation.measures(2)) {
            values.put(value.shortName(), value.value());
            assertThat(value.value())
                    .isBetween(value.confidence().low(), value.confidence().high());
        }
        return values;
    }
}
