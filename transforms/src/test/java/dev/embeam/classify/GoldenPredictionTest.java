package dev.embeam.classify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.fixture.PrintedNumber;
import dev.embeam.fixture.SharedFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against what the fasttext tool 0.9.2 printed and what its library gave. */
class GoldenPredictionTest {
    private static final int DIGITS = 6;

    @ParameterizedTest
    @MethodSource("k1")
    void theBestLabelOfOddLinesIsThatOfTheTool(String model) throws Exception {
        assertThat(predict(model, "edge.txt", 1, 0)).isEqualTo(expected(model + ".edge.k1.txt"));
    }

    @ParameterizedTest
    @MethodSource("k1")
    void theFiveBestLabelsOfOddLinesAreThoseOfTheToolInItsOrder(String model) throws Exception {
        assertThat(predict(model, "edge.txt", 5, 0)).isEqualTo(expected(model + ".edge.k5.txt"));
    }

    @ParameterizedTest
    @MethodSource("k1")
    void allLabelsAboveAThresholdAreThoseOfTheTool(String model) throws Exception {
        assertThat(predict(model, "edge.txt", LabelPredictor.ALL, 0.05f))
                .isEqualTo(expected(model + ".edge.all.th005.txt"));
    }

    @ParameterizedTest
    @MethodSource("k3")
    void labelsOfOrdinaryLinesAreThoseOfTheTool(String model) throws Exception {
        assertThat(predict(model, "valid.sup.txt", 3, 0)).isEqualTo(expected(model + ".valid.k3.txt"));
    }

    @ParameterizedTest
    @MethodSource("precise")
    void textsGetTheProbabilitiesOfThePythonBindingBitByBit(String model) throws Exception {
        LabelSession session = Classifiers.golden(model).session(3, 0);
        List<String> labels = Classifiers.golden(model).labels();
        List<String> expected = Files.readAllLines(
                SharedFiles.path("golden/fasttext/expected/f32/" + model + ".clean-predict-k3.jsonl"));
        String[] texts = Files.readString(input("clean.txt")).split("\n", -1);
        for (int i = 0; i < expected.size(); i++) {
            JsonNode pairs = new ObjectMapper().readTree(expected.get(i));
            assertThat(session.predict(texts[i])).isEqualTo(pairs.size());
            for (int rank = 0; rank < pairs.size(); rank++) {
                assertThat(labels.get(session.label(rank)))
                        .isEqualTo(pairs.get(rank).get(0).asText());
                assertThat(session.probability(rank))
                        .isEqualTo((float) pairs.get(rank).get(1).asDouble());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tested")
    void precisionAndRecallAreThoseOfTheTool(String model) throws Exception {
        Tested tested = test(model);
        assertThat(List.of(
                        "N\t" + tested.lines,
                        "P@1\t" + PrintedNumber.of((double) tested.hits / tested.predictions, 3),
                        "R@1\t" + PrintedNumber.of((double) tested.hits / tested.gold, 3)))
                .isEqualTo(expected(model + ".valid.test.txt"));
    }

    /** That version counts no gold label in its table a label: recall is missing there, and F1 twice the precision. */
    @ParameterizedTest
    @MethodSource("tested")
    void precisionOfEachLabelIsThatOfTheTool(String model) throws Exception {
        Tested tested = test(model);
        List<String> labels = Classifiers.golden(model).labels();
        List<String> lines = new ArrayList<>();
        for (int label = 0; label < labels.size(); label++) {
            double precision = (double) tested.hitsOf[label] / tested.predictionsOf[label];
            lines.add(String.format(
                    Locale.ROOT,
                    "F1-Score : %s  Precision : %s  Recall : --------   %s",
                    cell(2 * precision),
                    cell(precision),
                    labels.get(label)));
        }
        assertThat(lines).isEqualTo(expected(model + ".valid.test-label.txt").subList(0, labels.size()));
    }

    private static String cell(double value) {
        return Double.isNaN(value) ? "--------" : String.format(Locale.ROOT, "%.6f", value);
    }

    static List<String> k1() throws Exception {
        return Classifiers.withExpected(".edge.k1.txt");
    }

    static List<String> k3() throws Exception {
        return Classifiers.withExpected(".valid.k3.txt");
    }

    static List<String> tested() throws Exception {
        return Classifiers.withExpected(".valid.test.txt");
    }

    static List<String> precise() throws Exception {
        return Classifiers.withPrecise(".clean-predict-k3.jsonl");
    }

    private static List<String> predict(String model, String input, int topK, float threshold) throws Exception {
        LabelPredictor predictor = Classifiers.golden(model);
        LabelSession session = predictor.session(topK, threshold);
        byte[] text = Files.readAllBytes(input(input));
        session.start(text, 0, text.length);
        List<String> lines = new ArrayList<>();
        while (session.predictNextLine()) {
            List<String> words = new ArrayList<>();
            for (int rank = 0; rank < session.size(); rank++) {
                words.add(predictor.labels().get(session.label(rank)));
                words.add(PrintedNumber.of(session.probability(rank), DIGITS));
            }
            lines.add(String.join(" ", words));
        }
        return lines;
    }

    private static Tested test(String model) throws Exception {
        LabelPredictor predictor = Classifiers.golden(model);
        LabelSession session = predictor.session(1, 0);
        byte[] text = Files.readAllBytes(input("valid.sup.txt"));
        session.start(text, 0, text.length);
        Tested tested = new Tested(predictor.labels().size());
        while (session.predictNextLine()) {
            tested.add(session);
        }
        return tested;
    }

    private static List<String> expected(String name) throws Exception {
        String text = Files.readString(SharedFiles.path("golden/fasttext/expected/" + name), StandardCharsets.UTF_8);
        return List.of(text.substring(0, text.length() - 1).split("\n", -1));
    }

    private static Path input(String name) {
        return SharedFiles.path("golden/fasttext/inputs/" + name);
    }

    /** What the tool counts: lines with a known label and a feature. */
    private static final class Tested {
        private final int[] hitsOf;
        private final int[] predictionsOf;
        private int lines;
        private int gold;
        private int predictions;
        private int hits;

        Tested(int labels) {
            hitsOf = new int[labels];
            predictionsOf = new int[labels];
        }

        void add(LabelSession session) {
            if (!session.hadFeatures() || session.labelsInText().size() == 0) {
                return;
            }
            lines++;
            gold += session.labelsInText().size();
            for (int rank = 0; rank < session.size(); rank++) {
                int hit = 0;
                for (int i = 0; i < session.labelsInText().size(); i++) {
                    hit |= session.labelsInText().get(i) == session.label(rank) ? 1 : 0;
                }
                predictions++;
                predictionsOf[session.label(rank)]++;
                hits += hit;
                hitsOf[session.label(rank)] += hit;
            }
        }
    }
}
