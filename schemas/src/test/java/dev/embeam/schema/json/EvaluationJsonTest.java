package dev.embeam.schema.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.schema.Comparison;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.Interval;
import dev.embeam.schema.MeasureValue;
import dev.embeam.schema.Spread;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.SystemReport;
import dev.embeam.schema.Task;
import dev.embeam.schema.Warning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluationJsonTest {
    private static final SystemName STATIC =
            SystemName.of("ja-static").with(SystemName.DIMS, 64).with(SystemName.PRECISION, "int8");
    private static final SystemReport DENSE = new SystemReport(
            STATIC,
            "cosine_similarity",
            ordered("dot_score", Map.of("jmteb:ndcg@10", 0.25), "cosine_similarity", Map.of("jmteb:ndcg@10", 0.5)),
            List.of(
                    new MeasureValue(
                            "jmteb:ndcg@10",
                            0.1 + 0.2,
                            new Interval(-0.25, Math.nextUp(0.5)),
                            Optional.of(new Interval(0.3, 0.4)),
                            Optional.of(Spread.of(0.1, 0.3))),
                    MeasureValue.of("jmteb:mrr@10", 1e-9, new Interval(0, 1))),
            Map.of("bytesPerDocument", 64.0));
    private static final SystemReport BM25 = new SystemReport(
            SystemName.of("bm25"),
            "",
            Map.of(),
            List.of(
                    MeasureValue.of("jmteb:ndcg@10", 0.5, new Interval(0.4, 0.6)),
                    MeasureValue.of("jmteb:mrr@10", 0.5, new Interval(0.4, 0.6))),
            Map.of());
    private static final EvaluationReport REPORT = new EvaluationReport(
            Task.RETRIEVAL,
            "質問 \"1\"",
            "jmteb:ndcg@10",
            2,
            List.of(DENSE, BM25),
            List.of(new Comparison(STATIC, SystemName.of("bm25"), "jmteb:ndcg@10", -0.2, 0.01, 0.02)),
            List.of(new Warning("unknown-judged-documents", 3, "d1, d2 <b>")),
            ordered("seed", "42", "input", "コーパス"));

    private static <T> Map<String, T> ordered(String first, T one, String second, T two) {
        Map<String, T> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, two);
        return map;
    }

    @Test
    void aReportComesBackEqualAndInItsOrder() {
        EvaluationReport read = EvaluationReportJson.read(EvaluationReportJson.write(REPORT), "evaluation.json");
        assertThat(read).isEqualTo(REPORT);
        assertThat(EvaluationReportJson.write(read)).isEqualTo(EvaluationReportJson.write(REPORT));
        assertThat(read.systems().get(0).validation().keySet()).containsExactly("dot_score", "cosine_similarity");
        assertThat(read.settings().keySet()).containsExactly("seed", "input");
    }

    @Test
    void whatIsMissingOrOfAnotherTypeIsNamedByItsPath() {
        String text = EvaluationReportJson.write(REPORT);
        assertThatThrownBy(() -> EvaluationReportJson.read(text.replace("\"variant\"", "\"other\""), "e.json"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessage("e.json, systems[0].variant: missing; expected a file written by an evaluate command");
        assertThatThrownBy(() -> EvaluationReportJson.read(text.replace("1.0E-9", "\"much\""), "e.json"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessage("e.json, systems[0].test[1].value: \"much\"; expected a number");
        assertThatThrownBy(() -> EvaluationReportJson.read(text.replace("0.25", "null"), "e.json"))
                .isInstanceOf(CorruptDataException.class);
        assertThatThrownBy(() ->
                        EvaluationReportJson.read(text.replace("\"formatVersion\": 1", "\"formatVersion\": 9"), "e"))
                .hasMessage("e, formatVersion: 9; expected 1");
        assertThatThrownBy(() -> EvaluationReportJson.read(text.substring(0, 99), "e.json"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageStartingWith("e.json: not readable");
        assertThatThrownBy(() -> EvaluationReportJson.read(text.replace("\"Retrieval\"", "\"Search\""), "e.json"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("Reranking");
        assertThatThrownBy(() -> EvaluationReportJson.read("[]", "e.json")).isInstanceOf(CorruptDataException.class);
    }

    @Test
    void aNumberThatJsonCannotHoldIsRefused() {
        SystemReport broken = new SystemReport(
                STATIC, "", Map.of(), List.of(MeasureValue.of("x", Double.NaN, new Interval(0, 1))), Map.of());
        EvaluationReport report =
                new EvaluationReport(Task.STS, "d", "x", 1, List.of(broken), List.of(), List.of(), Map.of());
        assertThatThrownBy(() -> EvaluationReportJson.write(report))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value is NaN");
    }

    @Test
    void scoresAreSetAsJmtebSetsThem() {
        assertThat(JmtebScores.write(REPORT, DENSE)).isEqualTo("""
                {
                    "metric_name": "ndcg@10",
                    "metric_value": 0.30000000000000004,
                    "details": {
                        "optimal_distance_metric": "cosine_similarity",
                        "val_scores": {
                            "dot_score": {
                                "ndcg@10": 0.25
                            },
                            "cosine_similarity": {
                                "ndcg@10": 0.5
                            }
                        },
                        "test_scores": {
                            "cosine_similarity": {
                                "ndcg@10": 0.30000000000000004,
                                "mrr@10": 1.0E-9
                            }
                        }
                    }
                }
                """);
        assertThat(JmtebScores.write(REPORT, BM25))
                .contains("\"optimal_distance_metric\": \"bm25\"", "\"val_scores\": {}", "\"bm25\": {");
    }

    @Test
    void aSummaryHasTheMainMeasureOfEveryDataSet() {
        EvaluationReport other = new EvaluationReport(
                Task.RERANKING, "esci", "jmteb:mrr@10", 2, List.of(BM25), List.of(), List.of(), Map.of());
        assertThat(JmtebScores.summary(Map.of(other, BM25, REPORT, BM25))).isEqualTo("""
                {
                    "Retrieval": {
                        "質問 \\"1\\"": {
                            "ndcg@10": 0.5
                        }
                    },
                    "Reranking": {
                        "esci": {
                            "mrr@10": 0.5
                        }
                    }
                }
                """);
    }
}
