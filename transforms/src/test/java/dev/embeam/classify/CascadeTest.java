package dev.embeam.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.schema.CascadeReport;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.TextColumn;
import dev.embeam.statistic.Bootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CascadeTest {
    private static final String[] TEXTS = {"no", "yes sure", "yes but", "no indeed", "yes sure"};

    /** Gives labels by what a text begins with. */
    private static final class Words implements LabelStage {
        private final List<String> labels;
        private final Map<String, float[]> probabilities;
        private final List<String> asked = new ArrayList<>();

        Words(List<String> labels, Map<String, float[]> probabilities) {
            this.labels = labels;
            this.probabilities = probabilities;
        }

        @Override
        public List<String> labels() {
            return labels;
        }

        @Override
        public void classify(TextColumn texts, Predictions out) {
            for (int i = 0; i < texts.size(); i++) {
                String text = texts.get(i);
                asked.add(text);
                float[] values = probabilities.entrySet().stream()
                        .filter(entry -> text.startsWith(entry.getKey()))
                        .findFirst()
                        .orElseThrow()
                        .getValue();
                for (int label = 0; label < values.length; label++) {
                    out.add(label, values[label]);
                }
                out.endDocument();
            }
        }
    }

    private static Words first() {
        return new Words(
                List.of("__label__spam", "__label__ham"),
                Map.of("no", new float[] {0.1f, 0.9f}, "yes", new float[] {0.6f, 0.4f}));
    }

    private static Words second() {
        return new Words(
                List.of("other", "spam"),
                Map.of(
                        "yes but", new float[] {0.7f, 0.3f},
                        "yes sure", new float[] {},
                        "no", new float[] {0.8f}));
    }

    private static Cascade cascade(Words second, boolean asksAlways) {
        return new Cascade(first(), new Gate(0, 0.5f), second, new Cascade.Output(2, 0), asksAlways);
    }

    @Test
    void theSecondStageSeesOnlyWhatPasses() {
        Words second = second();
        DocumentClassifier.Classified classified = classify(cascade(second, false));
        assertThat(second.asked).containsExactly("yes sure", "yes but", "yes sure");
        assertThat(classified.predictions().stages()).containsExactly(1, 2, 2, 1, 2);
    }

    @Test
    void labelsOfBothStagesHaveOneNumbering() {
        assertThat(cascade(second(), false).labels()).containsExactly("__label__spam", "__label__ham", "other");
    }

    @Test
    void stoppedDocumentsKeepTheFirstStagesOtherLabels() {
        DocumentClassifier.Classified classified = classify(cascade(second(), false));
        assertThat(classified.predictions().offsets()).containsExactly(0, 1, 1, 3, 4, 4);
        assertThat(classified.predictions().labels()).containsExactly(1, 2, 0, 1);
        assertThat(classified.predictions().probabilities()).containsExactly(0.9f, 0.7f, 0.3f, 0.9f);
    }

    @Test
    void askingAboutAllDocumentsChangesNoLabel() {
        Words second = second();
        assertThat(classify(cascade(second, true)).predictions())
                .isEqualTo(classify(cascade(second(), false)).predictions());
        assertThat(second.asked).hasSize(5);
    }

    @Test
    void scoresAreThoseReckonedOnPaper() {
        DocumentClassifier cascade =
                new Cascade(first(), new Gate(0, 0.5f), suspicious(), new Cascade.Output(1, 0), true);
        DocumentClassifier.Classified classified = classify(cascade);
        // Right: the second, the third and the fourth. Passed: 2, 3, 5. The second stage says spam to all but "yes
        // but".
        GoldLabels gold = GoldLabels.of(
                List.of(List.of("ham"), List.of("spam"), List.of("spam"), List.of("spam"), List.of("ham")),
                LabelNames.of(cascade.labels()));
        CascadeReport.Part part =
                new CascadeScores(List.of(JudgedDocuments.of(classified, gold)), 0, new Bootstrap(100, 0)).part("test");
        Map<String, Double> values = new TreeMap<>();
        part.measures().forEach(measure -> values.put(measure.name(), measure.value()));
        assertThat(part.documents()).isEqualTo(5);
        assertThat(part.passed()).isEqualTo(3);
        assertThat(part.positives()).isEqualTo(3);
        assertThat(values).containsEntry("dropped", 1 - 3.0 / 5);
        assertThat(values).containsEntry("gateRecall", 2.0 / 3);
        assertThat(values).containsEntry("recall", 1.0 / 3);
        assertThat(values).containsEntry("recallAlone", 2.0 / 3);
        assertThat(values).containsEntry("recallLost", 1.0 / 3);
        assertThat(values).containsEntry("precision", 1.0 / 2);
        assertThat(values).containsEntry("precisionAlone", 2.0 / 4);
        assertThat(part.seconds()).containsOnlyKeys("first", "second", "secondAlone");
    }

    /** Finds spam in everything but what begins with "yes but". */
    private static LabelStage suspicious() {
        return new LabelStage() {
            @Override
            public List<String> labels() {
                return List.of("spam", "other");
            }

            @Override
            public void classify(TextColumn texts, Predictions out) {
                for (int i = 0; i < texts.size(); i++) {
                    out.add(texts.get(i).startsWith("yes but") ? 1 : 0, 1);
                    out.endDocument();
                }
            }
        };
    }

    @Test
    void documentsWithoutRightLabelsAreOnlyCounted() {
        DocumentClassifier.Classified classified = classify(cascade(second(), false));
        CascadeReport.Part part = new CascadeScores(
                        List.of(JudgedDocuments.of(classified, GoldLabels.NONE)), 0, new Bootstrap(10, 0))
                .part("run");
        assertThat(part.documents()).isEqualTo(5);
        assertThat(part.passed()).isEqualTo(3);
        assertThat(part.labelled()).isZero();
        assertThat(part.measures()).isEmpty();
    }

    private static DocumentClassifier.Classified classify(DocumentClassifier classifier) {
        return classifier.classify(DocumentKeys.ofIds("1", "2", "3", "4", "5"), TextColumn.of(TEXTS));
    }
}
