package dev.embeam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.fixture.SharedFiles;
import dev.embeam.metric.Gain;
import dev.embeam.metric.Ndcg;
import dev.embeam.metric.Profile;
import dev.embeam.metric.Quirk;
import dev.embeam.metric.RankedGains;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.Query;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.Split;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.Task;
import dev.embeam.schema.trec.ScoreRule;
import dev.embeam.schema.trec.TrecRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stored cases that are about rankings, through the whole evaluation. */
class RankingGoldenTest {
    private static final SystemName SYSTEM = SystemName.of("system");

    private static JsonNode golden(String id) throws IOException {
        JsonNode root = new ObjectMapper()
                .readTree(SharedFiles.path("golden/evaluation.json").toFile());
        return StreamSupport.stream(root.required("cases").spliterator(), false)
                .filter(one -> one.required("id").textValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Double> numbers(JsonNode object) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        object.fields()
                .forEachRemaining(
                        field -> numbers.put(field.getKey(), field.getValue().doubleValue()));
        return numbers;
    }

    private static Map<String, Integer> grades(JsonNode object) {
        Map<String, Integer> grades = new LinkedHashMap<>();
        object.fields()
                .forEachRemaining(
                        field -> grades.put(field.getKey(), field.getValue().intValue()));
        return grades;
    }

    private static String[] strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toArray(String[]::new);
    }

    /** Means of the named measures under a profile, with these quirks. */
    private static Map<String, Double> means(
            RankingSettings settings, List<Query> queries, SearchResult result, Set<String> measures) {
        EvaluationReport report = new RankingEvaluation(
                        settings.withMeasures("ndcg@10", List.copyOf(measures)).withSamples(10, 0))
                .evaluate(
                        List.of(new QuerySet(Split.TEST, "golden", queries)),
                        List.of(new SearchedSystem(SYSTEM, "", result)),
                        List.of())
                .report();
        Map<String, Double> means = new LinkedHashMap<>();
        report.systems().get(0).test().forEach(value -> means.put(value.shortName(), value.value()));
        return means;
    }

    private static RankingSettings trec() {
        return RankingSettings.of(Task.RETRIEVAL, "golden", Profile.TREC);
    }

    private static RankingSettings jmteb(Quirk... quirks) {
        return RankingSettings.of(Task.RETRIEVAL, "golden", Profile.JMTEB).withQuirks(Set.of(quirks));
    }

    private static double mean(RankingSettings settings, List<Query> queries, SearchResult result, String measure) {
        return means(settings, queries, result, Set.of(measure)).getOrDefault(measure, Double.NaN);
    }

    private static SearchResult run(JsonNode runs, List<Query> queries, ScoreRule rule) {
        Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
        runs.fields().forEachRemaining(field -> scores.put(field.getKey(), numbers(field.getValue())));
        return new TrecRun("golden", scores).result(queries, rule);
    }

    private static List<Query> queries(JsonNode qrels) {
        List<Query> queries = new ArrayList<>();
        qrels.fields()
                .forEachRemaining(
                        field -> queries.add(RankingFixtures.graded(field.getKey(), grades(field.getValue()))));
        return queries;
    }

    /** Our name of a measure of trec_eval. */
    private static String ours(String trec) {
        return trec.replace("recip_rank", "mrr")
                .replaceAll("^(ndcg|map)_cut_", "$1@")
                .replace("recall_", "recall@")
                .replace("success_", "hit_rate@");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trec-binary-basic",
                "trec-graded-linear",
                "trec-ties-docno-desc",
                "trec-ties-string-compare",
                "trec-more-relevant-than-k"
            })
    void oneQueryOfTrec(String id) throws IOException {
        JsonNode golden = golden(id);
        List<Query> queries = List.of(RankingFixtures.graded("q", grades(golden.at("/input/qrels"))));
        SearchResult result =
                new TrecRun("golden", Map.of("q", numbers(golden.at("/input/run")))).result(queries, ScoreRule.DOUBLE);
        Map<String, Double> expected = numbers(golden.required("expected"));
        Map<String, Double> means = means(
                trec(),
                queries,
                result,
                Set.copyOf(
                        expected.keySet().stream().map(RankingGoldenTest::ours).toList()));
        expected.forEach((measure, value) ->
                assertThat(means.get(ours(measure))).as(measure).isCloseTo(value, within(1e-6)));
    }

    @Test
    void exponentialGain() throws IOException {
        JsonNode golden = golden("ndcg-graded-exponential");
        List<Query> queries = List.of(RankingFixtures.graded("q", grades(golden.at("/input/qrels"))));
        SearchResult result =
                new TrecRun("golden", Map.of("q", numbers(golden.at("/input/run")))).result(queries, ScoreRule.DOUBLE);
        assertThat(mean(trec(), queries, result, "ndcg_exp@5"))
                .isCloseTo(golden.at("/expected/ndcg@5").doubleValue(), within(1e-6));
    }

    /** Input order decides only where the caller puts it into the scores: a ranking here has one order. */
    @ParameterizedTest
    @ValueSource(strings = {"ties-stable-input-order", "map-denominator"})
    void rankedLists(String id) throws IOException {
        JsonNode golden = golden(id);
        List<Query> queries = List.of(RankingFixtures.query("q", strings(golden.at("/input/relevant"))));
        SearchResult result =
                RankingFixtures.result(queries, 10, RankingFixtures.falling(strings(golden.at("/input/ranked"))));
        Map<String, String> names = Map.of(
                "mrr@10", "mrr@10",
                "ndcg@10", "ndcg@10",
                "hit@1", "hit_rate@1",
                "trec_map_cut_10 = ranx map@10 (divide by R=12)", "map@10",
                "min(R,k) variant (divide by 10)", "map_capped@10");
        numbers(golden.required("expected"))
                .forEach((name, value) -> assertThat(mean(trec(), queries, result, names.getOrDefault(name, name)))
                        .as(name)
                        .isCloseTo(value, within(1e-6)));
    }

    private static List<Query> relevantQueries(JsonNode input) {
        JsonNode lists = input.required("relevant");
        return IntStream.range(0, lists.size())
                .mapToObj(i -> RankingFixtures.query("q" + i, strings(lists.get(i))))
                .toList();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static SearchResult rankedLists(List<Query> queries, JsonNode lists) {
        List[] found = StreamSupport.stream(lists.spliterator(), false)
                .map(list -> RankingFixtures.falling(strings(list)))
                .toArray(List[]::new);
        return RankingFixtures.result(queries, 10, found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jmteb-retrieval-idcg-not-cut", "jmteb-retrieval-k-small", "jmteb-retrieval-empty-relevant"})
    void retrievalOfJmteb(String id) throws IOException {
        JsonNode golden = golden(id);
        List<Query> queries = relevantQueries(golden.required("input"));
        SearchResult result = rankedLists(queries, golden.at("/input/ranked"));
        numbers(golden.required("expected")).forEach((name, value) -> {
            double actual = name.startsWith("trec")
                    ? mean(trec(), queries, result, "ndcg@3")
                    : mean(jmteb(Quirk.IDEAL_NOT_CUT), queries, result, name);
            assertThat(actual).as(name).isCloseTo(value, within(1e-6));
        });
    }

    /** A ranking here holds a document once; that JMTEB's formula gives more than 1 where it does not is its own affair. */
    @Test
    void repeatedHits() throws IOException {
        JsonNode expected = golden("jmteb-retrieval-duplicate-hits").required("expected");
        Ndcg ndcg = new Ndcg(10, Gain.BINARY, false);
        assertThat(ndcg.value(RankedGains.of(new int[] {1, 1, 0}, 1)))
                .isCloseTo(expected.required("ndcg@10_v1_3_x").doubleValue(), within(1e-6));
        assertThat(ndcg.value(RankedGains.of(new int[] {1, 0}, 1)))
                .isCloseTo(expected.required("ndcg@10_newer_dedup").doubleValue(), within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"buggy,true", "correct,false"})
    void listsCutAtTheNumberOfQueries(String expected, boolean quirk) throws IOException {
        JsonNode golden = golden("jmteb-retrieval-few-queries-cut");
        List<Query> queries = relevantQueries(golden.required("input"));
        SearchResult result = rankedLists(queries, golden.at("/input/ranked_full"));
        RankingSettings settings = quirk ? jmteb(Quirk.CUT_AT_QUERIES) : jmteb();
        for (String measure : List.of("ndcg@10", "mrr@10")) {
            assertThat(mean(settings, queries, result, measure))
                    .isCloseTo(
                            golden.at("/expected/" + expected + "_" + measure).doubleValue(), within(1e-6));
        }
    }

    @Test
    void rerankingOfJmteb() throws IOException {
        JsonNode golden = golden("jmteb-reranking-graded");
        String[] candidates = strings(golden.at("/input/retrieved_docs/0"));
        Map<String, Integer> grades = new LinkedHashMap<>();
        for (int i = 0; i < candidates.length; i++) {
            grades.put(
                    candidates[i], golden.at("/input/relevance_scores/0/" + i).intValue());
        }
        List<Query> queries = List.of(RankingFixtures.candidates(RankingFixtures.graded("q", grades), candidates));
        SearchResult result =
                RankingFixtures.result(queries, 0, RankingFixtures.falling(strings(golden.at("/input/reranked/0"))));
        RankingSettings settings = RankingSettings.of(Task.RERANKING, "golden", Profile.JMTEB);
        numbers(golden.required("expected"))
                .forEach((name, value) -> assertThat(mean(settings, queries, result, name))
                        .as(name)
                        .isCloseTo(value, within(1e-6)));
    }

    /** As with repeated hits: the formula only, since repeated candidates are dropped. */
    @Test
    void repeatedCandidates() throws IOException {
        assertThat(new Ndcg(10, Gain.LINEAR, true).value(RankedGains.of(new int[] {3, 3, 1}, 3, 2, 1)))
                .isCloseTo(
                        golden("jmteb-reranking-duplicates")
                                .at("/expected/ndcg@10")
                                .doubleValue(),
                        within(1e-6));
    }

    @Test
    void queriesThatTheRunLacks() throws IOException {
        JsonNode golden = golden("trec-missing-query");
        List<Query> all = queries(golden.at("/input/qrels"));
        List<Query> ofRun = all.stream()
                .filter(query -> golden.at("/input/runs").has(query.id()))
                .toList();
        SearchResult whole = run(golden.at("/input/runs"), all, ScoreRule.DOUBLE);
        SearchResult shared = run(golden.at("/input/runs"), ofRun, ScoreRule.DOUBLE);
        for (String measure : List.of("ndcg_cut_10", "map")) {
            assertThat(mean(trec(), all, whole, ours(measure)))
                    .isCloseTo(
                            golden.at("/expected/mean_over_all_qrels_queries(-c)/" + measure)
                                    .doubleValue(),
                            within(1e-6));
            assertThat(mean(trec(), ofRun, shared, ours(measure)))
                    .isCloseTo(
                            golden.at("/expected/mean_over_run_queries/" + measure)
                                    .doubleValue(),
                            within(1e-6));
        }
    }

    @Test
    void queriesWithoutRelevantDocuments() throws IOException {
        JsonNode golden = golden("trec-query-with-no-relevant");
        List<Query> queries = queries(golden.at("/input/qrels"));
        SearchResult result = run(golden.at("/input/runs"), queries, ScoreRule.DOUBLE);
        numbers(golden.at("/expected/all"))
                .forEach((name, value) -> assertThat(mean(trec(), queries, result, ours(name)))
                        .as(name)
                        .isCloseTo(value, within(1e-6)));
        List<Query> alone =
                queries.stream().filter(query -> query.id().equals("qz")).toList();
        numbers(golden.at("/expected/per_query_qz"))
                .forEach((name, value) -> assertThat(
                                mean(trec(), alone, run(golden.at("/input/runs"), alone, ScoreRule.DOUBLE), ours(name)))
                        .as(name)
                        .isEqualTo(value));
    }

    @ParameterizedTest
    @CsvSource({"FLOAT,trec_eval_9.0.8_recip_rank", "DOUBLE,trec_eval_10_recip_rank"})
    void scoresThatFloatsDoNotTellApart(ScoreRule rule, String expected) throws IOException {
        JsonNode golden = golden("trec-float32-score-tie");
        List<Query> queries = queries(golden.at("/input/qrels"));
        assertThat(mean(trec(), queries, run(golden.at("/input/runs"), queries, rule), "mrr"))
                .isEqualTo(golden.at("/expected").required(expected).doubleValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jqara-style", "jacwir-style", "jacwir-style-miss"})
    void candidatesOfJqaraAndJacwir(String id) throws IOException {
        JsonNode golden = golden(id);
        String[] candidates = IntStream.range(0, 100)
                .mapToObj(i -> String.format(Locale.ROOT, "p%03d", i))
                .toArray(String[]::new);
        List<Query> queries = List.of(RankingFixtures.candidates(
                RankingFixtures.query("q", strings(golden.at("/input/relevant"))), candidates));
        SearchResult result = RankingFixtures.result(queries, 0, RankingFixtures.falling(candidates));
        RankingSettings settings = RankingSettings.of(Task.RERANKING, "golden", Profile.TREC);
        numbers(golden.required("expected")).forEach((name, value) -> {
            // ranx counts hits; precision is their share
            double actual = name.equals("hits@10")
                    ? 10 * mean(settings, queries, result, "precision@10")
                    : mean(settings, queries, result, name);
            assertThat(actual).as(name).isCloseTo(value, within(1e-6));
        });
    }

    /** Ties in scikit-learn without averaging: items in reversed input order, as ranking them by hand has it. */
    @Test
    void scikitLearnWithoutAveragingOverTies() throws IOException {
        List<Query> queries = List.of(RankingFixtures.graded("q", Map.of("a", 3, "b", 2, "c", 1)));
        SearchResult result = RankingFixtures.result(queries, 10, RankingFixtures.falling("b", "a", "e", "d", "c"));
        assertThat(mean(trec(), queries, result, "ndcg@10"))
                .isCloseTo(
                        golden("sklearn-ndcg-ties")
                                .at("/expected/ignore_ties=True")
                                .doubleValue(),
                        within(1e-6));
    }

    /** Without ties scikit-learn's average precision is that of the ranking, uncut. */
    @Test
    void averagePrecisionWithoutTies() throws IOException {
        List<Query> queries = List.of(RankingFixtures.query("q", "a", "c", "d"));
        SearchResult result =
                RankingFixtures.result(queries, 10, RankingFixtures.falling("a", "b", "c", "d", "e", "f"));
        assertThat(mean(trec(), queries, result, "map"))
                .isCloseTo(
                        golden("average-precision-no-ties").at("/expected/ap").doubleValue(), within(1e-6));
    }
}
