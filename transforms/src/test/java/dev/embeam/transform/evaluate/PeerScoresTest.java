package dev.embeam.transform.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.evaluation.EvaluatedSystem;
import dev.embeam.evaluation.Evaluation;
import dev.embeam.evaluation.EvaluationPlan;
import dev.embeam.evaluation.EvaluationRules;
import dev.embeam.evaluation.Outcome;
import dev.embeam.evaluation.TaskSource;
import dev.embeam.evaluation.Trial;
import dev.embeam.fixture.SharedFiles;
import dev.embeam.metric.Profile;
import dev.embeam.schema.MeasureValue;
import dev.embeam.schema.Precision;
import dev.embeam.schema.Split;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.SystemReport;
import dev.embeam.schema.json.TextPairsJson;
import dev.embeam.transform.embed.ModelEncoding;
import dev.embeam.transform.embed.ModelSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Real sets with a real model, scored by SciPy and scikit-learn from the vectors that this project made: pairs.json says by
 * which versions and how.
 */
class PeerScoresTest {
    @Test
    void similarityOfSentencesScoresAsSciPySays() throws IOException {
        String test = SharedFiles.path("data/jsts/valid.jsonl").toString();
        Evaluation evaluation = load(new StsSource(new PartFiles("", test, test), TextPairsJson.JMTEB));
        assertScores(evaluation, expected().get("sts"), false);
    }

    @Test
    void pairsScoreAsScikitLearnSays() throws IOException {
        PartFiles files = new PartFiles(
                "",
                SharedFiles.path("data/jnli_pair/valid.jsonl.gz").toString(),
                SharedFiles.path("data/jnli_pair/test.jsonl.gz").toString());
        assertScores(
                load(new PairSource(files, TextPairsJson.JMTEB)), expected().get("pairs"), true);
    }

    private static void assertScores(Evaluation evaluation, JsonNode expected, boolean validation) {
        int candidate = 0;
        Iterator<Map.Entry<String, JsonNode>> variants = expected.fields();
        while (variants.hasNext()) {
            Map.Entry<String, JsonNode> variant = variants.next();
            SystemReport report = report(evaluation, candidate++);
            assertThat(report.variant()).isEqualTo(variant.getKey());
            JsonNode scores = validation ? variant.getValue().get("test") : variant.getValue();
            for (MeasureValue value : report.test()) {
                assertThat(value.value())
                        .as(variant.getKey() + " " + value.measure())
                        .isCloseTo(scores.required(value.shortName()).asDouble(), within(1e-6));
            }
            if (validation) {
                Objects.requireNonNull(report.validation().get(variant.getKey()))
                        .forEach((measure, value) -> assertThat(value)
                                .as(variant.getKey() + " " + measure)
                                .isCloseTo(
                                        variant.getValue()
                                                .get("validation")
                                                .required(measure.substring("trec:".length()))
                                                .asDouble(),
                                        within(1e-6)));
            }
        }
        assertThat(candidate).isEqualTo(4);
    }

    /** The report where only one candidate was tried, so that it wins. */
    private static SystemReport report(Evaluation evaluation, int candidate) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Split split : List.of(Split.VALIDATION, Split.TEST)) {
            outcomes.add(evaluation.run(new Trial(0, candidate, split, 0)));
        }
        return evaluation.report(outcomes).report().systems().get(0);
    }

    private static Evaluation load(TaskSource source) {
        ModelSource model =
                ModelSource.of(SharedFiles.path("models/ja-static-256").toString());
        return new EvaluationPlan(
                        source,
                        "set",
                        List.of(new ModelEncoding(model, List.of(-1))),
                        List.of(new EvaluatedSystem(SystemName.of("model"), 0, 0, 256, Precision.FLOAT32)),
                        new EvaluationRules(Profile.TREC, Profile.TREC.quirks(), 0, 1, 10),
                        Map.of(),
                        List.of())
                .load();
    }

    private static JsonNode expected() throws IOException {
        return new ObjectMapper().readTree(PeerScoresTest.class.getResource("/dev/embeam/evaluation/pairs.json"));
    }
}
