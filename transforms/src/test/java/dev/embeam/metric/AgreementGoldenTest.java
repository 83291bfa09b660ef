package dev.embeam.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.fixture.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases that scikit-learn, SciPy and JMTEB's own functions have scored. */
class AgreementGoldenTest {
    private static final Offset<Double> SIX_DIGITS = within(1e-6);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clustering-basic",
                "clustering-permuted-perfect",
                "clustering-one-predicted-cluster",
                "clustering-all-singletons",
                "clustering-one-true-class",
                "clustering-independent",
                "clustering-unbalanced"
            })
    void vMeasure(String id) throws IOException {
        JsonNode golden = golden(id);
        VMeasure agreement = VMeasure.of(ints(golden, "labels_true"), ints(golden, "labels_pred"));
        assertThat(agreement.homogeneity()).isCloseTo(expected(golden, "homogeneity"), SIX_DIGITS);
        assertThat(agreement.completeness()).isCloseTo(expected(golden, "completeness"), SIX_DIGITS);
        assertThat(agreement.value()).isCloseTo(expected(golden, "v_measure"), SIX_DIGITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"macro-f1-basic", "macro-f1-class-never-predicted", "macro-f1-class-only-predicted"})
    void classes(String id) throws IOException {
        JsonNode golden = golden(id);
        int[] truth = ints(golden, "y_true");
        int[] predicted = ints(golden, "y_pred");
        assertThat(MacroF1.of(truth, predicted)).isCloseTo(expected(golden, "macro_f1"), SIX_DIGITS);
        assertThat(ClassAccuracy.of(truth, predicted)).isCloseTo(expected(golden, "accuracy"), SIX_DIGITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spearman-ties", "spearman-no-ties"})
    void correlations(String id) throws IOException {
        JsonNode golden = golden(id);
        double[] x = doubles(golden, "x");
        double[] y = doubles(golden, "y");
        assertThat(Spearman.of(x, y)).isCloseTo(expected(golden, "spearman"), SIX_DIGITS);
        assertThat(Pearson.of(x, y)).isCloseTo(expected(golden, "pearson"), SIX_DIGITS);
    }

    @Test
    void correlationWithConstantValuesIsNone() throws IOException {
        JsonNode golden = golden("spearman-constant");
        assertThat(Spearman.of(doubles(golden, "x"), doubles(golden, "y"))).isNaN();
        assertThat(Pearson.of(doubles(golden, "x"), doubles(golden, "y"))).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"average-precision-no-ties", "average-precision-ties"})
    void averagePrecision(String id) throws IOException {
        JsonNode golden = golden(id);
        BinaryAveragePrecision precision =
                BinaryAveragePrecision.of(booleans(ints(golden, "y_true")), doubles(golden, "y_score"));
        assertThat(precision.value()).isCloseTo(expected(golden, "ap"), SIX_DIGITS);
    }

    @Test
    void thresholdsInBothSenses() throws IOException {
        JsonNode golden = golden("pair-threshold-search");
        for (ScoreSense sense : ScoreSense.values()) {
            String prefix = sense == ScoreSense.HIGH_IS_SAME ? "high_is" : "low_is";
            JsonNode expected = StreamSupport.stream(
                            ((Iterable<String>) () -> golden.get("expected").fieldNames()).spliterator(), false)
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> golden.get("expected").get(name))
                    .findFirst()
                    .orElseThrow();
            boolean[] same = booleans(ints(golden, "labels"));
            double[] scores = doubles(golden, "scores");
            assertThat(List.of(
                            PairThreshold.forF1(scores, same, sense).value(),
                            PairThreshold.forF1(scores, same, sense).threshold(),
                            PairThreshold.forAccuracy(scores, same, sense).value(),
                            PairThreshold.forAccuracy(scores, same, sense).threshold()))
                    .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b), Double.class)
                    .containsExactly(
                            expected.get("binary_f1").asDouble(),
                            expected.get("binary_f1_threshold").asDouble(),
                            expected.get("accuracy").asDouble(),
                            expected.get("accuracy_threshold").asDouble());
        }
    }

    @Test
    void thresholdApplied() throws IOException {
        JsonNode golden = golden("pair-threshold-apply");
        PairThreshold threshold =
                new PairThreshold(golden.get("input").get("threshold").asDouble(), 0);
        boolean[] predicted = threshold.apply(doubles(golden, "test_scores"), ScoreSense.HIGH_IS_SAME);
        assertThat(predicted).containsExactly(true, true, true, false);
        assertThat(BinaryF1.of(booleans(ints(golden, "test_labels")), predicted))
                .isCloseTo(expected(golden, "binary_f1"), SIX_DIGITS);
    }

    @Test
    void scoreAtTheThresholdIsTheSameOnlyForSimilarities() {
        PairThreshold threshold = new PairThreshold(0.5, 0);
        assertThat(threshold.apply(new double[] {0.5}, ScoreSense.HIGH_IS_SAME)).containsExactly(true);
        assertThat(threshold.apply(new double[] {0.5}, ScoreSense.LOW_IS_SAME)).containsExactly(false);
    }

    @Test
    void thresholdThatNothingBeatsIsMinusOne() {
        boolean[] same = {false, false, true};
        assertThat(PairThreshold.forF1(new double[] {3, 2, 1}, same, ScoreSense.HIGH_IS_SAME)
                        .threshold())
                .isEqualTo(PairThreshold.NONE);
    }

    @Test
    void allTheSame() throws IOException {
        JsonNode golden = golden("binary-f1-all-positive");
        assertThat(BinaryF1.of(booleans(ints(golden, "y_true")), booleans(ints(golden, "y_pred"))))
                .isCloseTo(expected(golden, "binary_f1"), SIX_DIGITS);
    }

    private static JsonNode golden(String id) throws IOException {
        JsonNode cases = new ObjectMapper()
                .readTree(Files.readString(SharedFiles.path("golden/evaluation.json")))
                .get("cases");
        return StreamSupport.stream(cases.spliterator(), false)
                .filter(one -> one.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static double expected(JsonNode golden, String name) {
        return golden.get("expected").required(name).asDouble();
    }

    private static double[] doubles(JsonNode golden, String name) {
        return StreamSupport.stream(golden.get("input").required(name).spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static int[] ints(JsonNode golden, String name) {
        return StreamSupport.stream(golden.get("input").required(name).spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }

    private static boolean[] booleans(int[] numbers) {
        boolean[] values = new boolean[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers[i] == 1;
        }
        return values;
    }
}
