package dev.embeam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.metric.Profile;
import dev.embeam.schema.EvaluationOutput;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.Split;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.Task;
import dev.embeam.schema.Warning;
import dev.embeam.schema.json.QueryFields;
import dev.embeam.schema.json.QueryLayout;
import dev.embeam.schema.json.QuerySetJson;
import dev.embeam.schema.trec.ScoreRule;
import dev.embeam.schema.trec.TrecQrels;
import dev.embeam.schema.trec.TrecRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The stored run, as trec_eval scores it. */
class TrecEvalTest {
    private static final Map<String, String> STEMS =
            Map.of("ndcg_cut", "ndcg", "map_cut", "map", "recall", "recall", "success", "hit_rate", "P", "precision");

    private static InputStream open(String name) {
        InputStream in = TrecEvalTest.class.getResourceAsStream("trec/" + name);
        assertThat(in).as(name).isNotNull();
        return in;
    }

    private static String ours(String trec) {
        int cut = trec.lastIndexOf('_');
        return switch (trec) {
            case "map", "ndcg" -> trec;
            case "recip_rank" -> "mrr";
            default -> STEMS.get(trec.substring(0, cut)) + "@" + trec.substring(cut + 1);
        };
    }

    private static QuerySet queries(TrecQrels qrels) throws IOException {
        String lines = IntStream.range(0, 51)
                .mapToObj(i -> "{\"id\":\"q" + i + "\",\"text\":\"t\"}")
                .collect(Collectors.joining("\n"));
        QuerySet all = QuerySetJson.read(
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                "queries.jsonl",
                Split.TEST,
                QueryLayout.TEXT_ONLY,
                QueryFields.of(QueryLayout.TEXT_ONLY));
        assertThat(qrels.warnings(all)).extracting(Warning::kind).containsExactly("queries-without-judgements");
        return qrels.judge(all);
    }

    private static Map<String, Map<String, Double>> expected() throws IOException {
        Map<String, Map<String, Double>> expected = new HashMap<>();
        try (InputStream in = open("expected.tsv")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String[] columns = line.split("\t", -1);
                expected.computeIfAbsent(columns[0], q -> new HashMap<>())
                        .put(ours(columns[1]), Double.valueOf(columns[2]));
            }
        }
        return expected;
    }

    @Test
    void everyMeasureOfEveryQueryIsThatOfTrecEval() throws IOException {
        QuerySet set = queries(TrecQrels.read(open("qrels.txt"), "qrels.txt"));
        TrecRun run = TrecRun.read(open("run.txt"), "run.txt");
        assertThat(run.warnings(set.queries()))
                .extracting(Warning::kind, Warning::count)
                .containsExactly(tuple("unknown-queries", 1L), tuple("queries-without-hits", 4L));
        Map<String, Map<String, Double>> expected = expected();
        List<String> measures = List.copyOf(expected.values().iterator().next().keySet());
        EvaluationOutput output = new RankingEvaluation(RankingSettings.of(Task.RETRIEVAL, "golden", Profile.TREC)
                        .withMeasures("ndcg@10", measures)
                        .withSamples(10, 0))
                .evaluate(
                        List.of(set),
                        List.of(new SearchedSystem(
                                SystemName.of("run"), "", run.result(set.queries(), ScoreRule.FLOAT))),
                        run.warnings(set.queries()));
        assertThat(output.report().size()).isEqualTo(50);
        assertThat(output.files().get("per-query.jsonl")).hasSize(50);
        for (String line : output.files().getOrDefault("per-query.jsonl", List.of())) {
            JsonNode json = new ObjectMapper().readTree(line);
            String query = json.required("query").textValue();
            for (String measure : measures) {
                assertThat(json.required("trec:" + measure).doubleValue())
                        .as(query + " " + measure)
                        .isCloseTo(expected.getOrDefault(query, Map.of()).getOrDefault(measure, 0.0), within(1e-8));
            }
        }
    }
}
