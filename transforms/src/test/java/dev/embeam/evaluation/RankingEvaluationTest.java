package dev.embeam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.embeam.metric.Profile;
import dev.embeam.metric.Quirk;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.EvaluationOutput;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.Interval;
import dev.embeam.schema.MeasureValue;
import dev.embeam.schema.Qrel;
import dev.embeam.schema.Query;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.ScoredDocument;
import dev.embeam.schema.SearchCounts;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.Split;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.SystemReport;
import dev.embeam.schema.Task;
import dev.embeam.schema.Warning;
import dev.embeam.schema.trec.ScoreRule;
import dev.embeam.schema.trec.TrecRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RankingEvaluationTest {
    private static final String COSINE = "cosine_similarity";
    private static final String DOT = "dot_score";
    private static final String EUCLIDEAN = "euclidean_distance";
    private static final QuerySet VALIDATION = RankingFixtures.set(Split.VALIDATION, RankingFixtures.query("v", "a"));
    private static final QuerySet TEST =
            RankingFixtures.set(Split.TEST, RankingFixtures.query("t1", "a"), RankingFixtures.query("t2", "b", "c"));
    private static final List<QuerySet> BOTH = List.of(VALIDATION, TEST);
    private static final List<Query> ALL = RankingFixtures.queries(VALIDATION, TEST);
    private static final List<Query> TESTS = TEST.queries();

    private static RankingSettings settings(Task task, Profile profile) {
        return RankingSettings.of(task, "set", profile).withSamples(200, 5);
    }

    private static RankingSettings trec() {
        return settings(Task.RETRIEVAL, Profile.TREC);
    }

    private static SearchedSystem system(String name, String variant, SearchResult result) {
        return new SearchedSystem(SystemName.of(name), variant, result);
    }

    private static EvaluationOutput evaluate(
            RankingSettings settings, List<QuerySet> sets, List<SearchedSystem> systems) {
        return new RankingEvaluation(settings).evaluate(sets, systems, List.of());
    }

    private static Warning warning(EvaluationReport report, String kind) {
        return report.warnings().stream()
                .filter(warning -> warning.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " among " + report.warnings()));
    }

    private static List<String> kinds(EvaluationReport report) {
        return report.warnings().stream().map(Warning::kind).toList();
    }

    private static List<ScoredDocument> falling(String... documents) {
        return RankingFixtures.falling(documents);
    }

    private static SearchResult found(List<Query> queries, String... orders) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        List<ScoredDocument>[] lists = new List[orders.length];
        for (int i = 0; i < orders.length; i++) {
            lists[i] = falling(orders[i].chars().mapToObj(Character::toString).toArray(String[]::new));
        }
        return RankingFixtures.result(queries, 10, lists);
    }

    @Test
    void validationChoosesAndTestReports() {
        EvaluationReport report = evaluate(
                        trec(),
                        BOTH,
                        List.of(
                                system("model", COSINE, found(ALL, "ba", "ab", "bc")),
                                system("model", DOT, found(ALL, "ab", "ba", "bc")),
                                system("model", EUCLIDEAN, found(ALL, "ab", "ab", "bc"))))
                .report();
        SystemReport system = report.systems().get(0);
        assertThat(report.systems()).hasSize(1);
        assertThat(system.variant()).isEqualTo(DOT);
        assertThat(system.validation().keySet()).containsExactly(COSINE, DOT, EUCLIDEAN);
        assertThat(system.validation().get(COSINE)).containsEntry("trec:mrr@10", 0.5);
        assertThat(system.value("trec:mrr@10").value()).isEqualTo(0.75);
        assertThat(report.mainMeasure()).isEqualTo("trec:ndcg@10");
        assertThat(report.size()).isEqualTo(2);
        assertThat(report.settings()).containsEntry("profile", "trec").containsEntry("seed", "5");
    }

    @Test
    void withoutValidationTheFirstVariantIsTakenAndSaidSo() {
        EvaluationReport report = evaluate(
                        trec(),
                        List.of(TEST),
                        List.of(
                                system("model", COSINE, found(TESTS, "ba", "bc")),
                                system("model", DOT, found(TESTS, "ab", "bc"))))
                .report();
        assertThat(report.systems().get(0).variant()).isEqualTo(COSINE);
        assertThat(report.systems().get(0).validation()).isEmpty();
        assertThat(warning(report, "no-validation").count()).isEqualTo(1);
        assertThat(kinds(evaluate(trec(), List.of(TEST), List.of(system("bm25", "", found(TESTS, "ba", "bc"))))
                        .report()))
                .doesNotContain("no-validation");
    }

    @Test
    void systemsAreComparedByTheMainMeasure() {
        EvaluationReport report = evaluate(
                        trec(),
                        List.of(TEST),
                        List.of(
                                system("good", "", found(TESTS, "ab", "bc")),
                                system("bad", "", found(TESTS, "ba", "ab")),
                                system("same", "", found(TESTS, "ab", "bc"))))
                .report();
        assertThat(report.comparisons()).hasSize(3).allSatisfy(comparison -> {
            assertThat(comparison.measure()).isEqualTo("trec:ndcg@10");
            assertThat(comparison.adjusted()).isBetween(comparison.p(), 1.0);
        });
        assertThat(report.comparisons().get(0).difference())
                .isCloseTo(
                        report.systems().get(0).value("trec:ndcg@10").value()
                                - report.systems().get(1).value("trec:ndcg@10").value(),
                        within(1e-12));
        assertThat(report.comparisons().get(1).p()).isEqualTo(1);
    }

    @Test
    void equalSeedsGiveEqualReports() {
        List<SearchedSystem> systems =
                List.of(system("a", "", found(TESTS, "ab", "cb")), system("b", "", found(TESTS, "ba", "ab")));
        assertThat(evaluate(trec(), List.of(TEST), systems)).isEqualTo(evaluate(trec(), List.of(TEST), systems));
    }

    @Test
    void intervalsHoldTheMean() {
        MeasureValue value = evaluate(trec(), List.of(TEST), List.of(system("a", "", found(TESTS, "ba", "bc"))))
                .report()
                .systems()
                .get(0)
                .value("trec:mrr@10");
        assertThat(value.confidence()).isEqualTo(new Interval(0.5, 1));
        assertThat(value.ties()).isEmpty();
    }

    @Test
    void tiesThatMatterAreToldWithTheRangeOfTheMean() {
        SearchResult tied = RankingFixtures.result(
                TESTS, 10, List.of(new ScoredDocument("a", 1), new ScoredDocument("z", 1)), falling("b", "c"));
        EvaluationReport report =
                evaluate(trec(), List.of(TEST), List.of(system("a", "", tied))).report();
        MeasureValue value = report.systems().get(0).value("trec:mrr@10");
        assertThat(value.value()).isEqualTo(0.75);
        assertThat(value.ties()).hasValue(new Interval(0.75, 1));
        assertThat(warning(report, "ties-matter").count()).isEqualTo(1);
        assertThat(warning(report, "ties-matter").detail()).contains("t1").contains("to 1.000000");
        assertThat(warning(report, "constant-scores").count()).isEqualTo(1);
    }

    @Test
    void aRelevantDocumentThatTiesButDidNotFitMatters() {
        List<Query> one = List.of(RankingFixtures.query("q", "a"));
        SearchResult tied = RankingFixtures.result(
                one, 1, List.of(new ScoredDocument("a", 1), new ScoredDocument("y", 1), new ScoredDocument("z", 1)));
        EvaluationReport report = evaluate(
                        trec(), List.of(new QuerySet(Split.TEST, "q", one)), List.of(system("a", "", tied)))
                .report();
        assertThat(report.systems().get(0).value("trec:hit_rate@10").ties()).hasValue(new Interval(0, 1));
    }

    @Test
    void fusionsAreSystemsOfTheirOwn() {
        EvaluationReport report = evaluate(
                        trec().withFusions(Fusion.parseAll("rrf(a,b)")),
                        BOTH,
                        List.of(
                                system("a", COSINE, found(ALL, "ba", "ab", "bc")),
                                system("a", DOT, found(ALL, "ab", "ba", "bc")),
                                system("b", "", found(ALL, "ab", "ab", "bc"))))
                .report();
        assertThat(report.systems())
                .extracting(system -> system.system().label())
                .containsExactly("a", "b", "rrf(a,b)");
        assertThat(report.systems().get(2).validation()).containsOnlyKeys("");
        assertThatThrownBy(() -> evaluate(
                        trec().withFusions(Fusion.parseAll("rrf(a,c)")),
                        List.of(TEST),
                        List.of(system("a", "", found(TESTS, "ab", "bc")))))
                .hasMessageContaining("--fusions names \"c\" in rrf(a,c); expected one of the systems [a]");
    }

    @Test
    void runsReadBackToTheSameScores() throws IOException {
        EvaluationOutput output = evaluate(
                trec(),
                List.of(TEST),
                List.of(system("a b/c", "", found(TESTS, "zya", "bxc")), system("b", "", found(TESTS, "ab", "ba"))));
        assertThat(output.files()).containsOnlyKeys("run.trec", "runs/b.trec", "per-query.jsonl", "predictions.jsonl");
        assertThat(output.files().get("run.trec")).first().isEqualTo("t1 Q0 z 1 1.0 a-b-c");
        TrecRun run = TrecRun.read(
                new ByteArrayInputStream(
                        String.join("\n", output.files().get("run.trec")).getBytes(StandardCharsets.UTF_8)),
                "run.trec");
        EvaluationOutput again =
                evaluate(trec(), List.of(TEST), List.of(system("a b/c", "", run.result(TESTS, ScoreRule.FLOAT))));
        assertThat(again.report().systems().get(0).test())
                .isEqualTo(output.report().systems().get(0).test());
    }

    @Test
    void filesTellEveryQuery() {
        Map<String, List<String>> files = evaluate(
                        trec().withMeasures("mrr@10", List.of()),
                        List.of(TEST),
                        List.of(system("a", COSINE, found(TESTS, "za", "xy"))))
                .files();
        assertThat(files.get("per-query.jsonl"))
                .containsExactly(
                        "{\"query\":\"t1\",\"system\":\"a\",\"variant\":\"cosine_similarity\","
                                + "\"first_relevant_rank\":2,\"trec:mrr@10\":0.5}",
                        "{\"query\":\"t2\",\"system\":\"a\",\"variant\":\"cosine_similarity\","
                                + "\"first_relevant_rank\":null,\"trec:mrr@10\":0.0}");
        assertThat(files.get("predictions.jsonl"))
                .first()
                .isEqualTo("{\"system\":\"a\",\"query_id\":\"t1\",\"query\":\"text of t1\","
                        + "\"relevant_docs\":[{\"id\":\"a\",\"grade\":1}],"
                        + "\"predicted_relevant_docs\":[{\"id\":\"z\",\"score\":1.0},{\"id\":\"a\",\"score\":0.99}]}");
    }

    private static QuerySet reranking(Query... queries) {
        return RankingFixtures.set(Split.TEST, queries);
    }

    @Test
    void candidatesAreRankedByTheirScores() {
        Query query = RankingFixtures.candidates(
                RankingFixtures.graded("q", Map.of("a", 2, "b", 0, "c", 1)), "a", "b", "c", "c", "gone");
        QuerySet set = reranking(query, RankingFixtures.candidates(RankingFixtures.query("zero"), "b"));
        EvaluationOutput output = evaluate(
                settings(Task.RERANKING, Profile.JMTEB),
                List.of(set),
                List.of(system("a", "", found(set.queries(), "zbac", "bz"))));
        EvaluationReport report = output.report();
        // b, a, c: (2/log2(3) + 1/2) / (2 + 1/log2(3)), and 0 for the query without relevant documents
        assertThat(report.systems().get(0).value("jmteb:ndcg@10").value())
                .isCloseTo((2 * 0.6309297536 + 0.5) / 2.6309297536 / 2, within(1e-9));
        assertThat(warning(report, "unknown-candidates").detail()).endsWith(": gone");
        assertThat(warning(report, "repeated-judgements").count()).isEqualTo(1);
        assertThat(warning(report, "queries-without-relevant-documents").detail())
                .contains("NaN")
                .endsWith(": zero");
        assertThat(output.files().get("run.trec")).hasSize(4);
        assertThat(kinds(report)).doesNotContain("cut-at-queries", "fewer-documents-than-k");
    }

    @Test
    void queriesWithoutCandidatesAreCounted() {
        QuerySet set = reranking(RankingFixtures.query("q", "a"));
        EvaluationReport report = evaluate(
                        settings(Task.RERANKING, Profile.TREC),
                        List.of(set),
                        List.of(system("a", "", found(set.queries(), "a"))))
                .report();
        assertThat(warning(report, "queries-without-candidates").count()).isEqualTo(1);
        assertThat(report.systems().get(0).value("trec:ndcg@10").value()).isZero();
    }

    @Test
    void odditiesOfTheCollectionAreCounted() {
        QuerySet set = reranking(
                new Query("q", "", List.of(new Qrel("a", 1), new Qrel("unknown", 1), new Qrel("a", 0)), List.of()));
        SearchResult found = found(set.queries(), "ab");
        SearchResult odd = new SearchResult(
                found.hits(), found.judged(), new SearchCounts(2, 3, 4, 5, 6, 7, 2_000_000_000L, 500_000_000L));
        EvaluationReport report = evaluate(
                        settings(Task.RETRIEVAL, Profile.JMTEB), List.of(set), List.of(system("a", "", odd)))
                .report();
        assertThat(warning(report, "unknown-judged-documents").detail()).endsWith(": unknown");
        assertThat(warning(report, "repeated-judgements").count()).isEqualTo(1);
        assertThat(warning(report, "fewer-documents-than-k").count()).isEqualTo(2);
        assertThat(warning(report, "zero-vectors").count()).isEqualTo(3);
        assertThat(warning(report, "not-finite-vectors").count()).isEqualTo(4);
        assertThat(warning(report, "repeated-ids").count()).isEqualTo(5);
        assertThat(warning(report, "cut-at-queries").count()).isEqualTo(1);
        assertThat(report.systems().get(0).costs())
                .containsEntry("encodeSeconds", 2.0)
                .containsEntry("searchSeconds", 0.5);
        // ideal of two documents, one of them unknown
        assertThat(report.systems().get(0).value("jmteb:ndcg@10").value()).isCloseTo(1 / 1.6309297536, within(1e-9));
    }

    @Test
    void withoutOdditiesThereIsNoWarning() {
        QuerySet set = reranking(RankingFixtures.query("q", "a"));
        assertThat(evaluate(trec(), List.of(set), List.of(system("a", "", found(set.queries(), "abcdefghij"))))
                        .report()
                        .warnings())
                .isEmpty();
    }

    @Test
    void idsThatRunsCannotHoldAreCounted() {
        SearchResult found = RankingFixtures.result(TESTS, 10, falling("a b", "a"), falling("a b", "c"));
        EvaluationOutput output = evaluate(trec(), List.of(TEST), List.of(system("a", "", found)));
        assertThat(warning(output.report(), "ids-with-white-space").count()).isEqualTo(1);
        assertThat(output.files().get("run.trec")).first().isEqualTo("t1 Q0 a_b 1 1.0 a");
    }

    @Test
    void jacwirHasItsOwnMainMeasure() {
        EvaluationReport report = evaluate(
                        trec().withMeasures("map@10", List.of("hit_rate@10")),
                        List.of(TEST),
                        List.of(system("a", "", found(TESTS, "ab", "bc"))))
                .report();
        assertThat(report.mainMeasure()).isEqualTo("trec:map@10");
        assertThat(report.systems().get(0).test())
                .extracting(MeasureValue::measure)
                .containsExactly("trec:map@10", "trec:hit_rate@10");
    }

    @Test
    void wrongInputsAreErrors() {
        List<SearchedSystem> systems = List.of(system("a", "", found(TESTS, "ab", "bc")));
        assertThatThrownBy(() -> evaluate(trec(), List.of(VALIDATION, TEST), systems))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is for 2 queries, its judged scores for 2; expected the 3");
        assertThatThrownBy(() -> evaluate(trec(), List.of(TEST), List.of())).hasMessageContaining("no system");
        assertThatThrownBy(() -> evaluate(
                        trec(), List.of(VALIDATION), List.of(system("a", "", found(VALIDATION.queries(), "ab")))))
                .hasMessageContaining("no query set for test");
        QuerySet empty = RankingFixtures.set(Split.TEST);
        assertThatThrownBy(() -> evaluate(trec(), List.of(empty), List.of(system("a", "", found(List.of())))))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("test.jsonl: no query; expected at least one");
        assertThatThrownBy(() -> RankingSettings.of(Task.STS, "set", Profile.TREC))
                .hasMessageContaining("expected Retrieval or Reranking");
        assertThatThrownBy(() -> trec().withMeasures("ndcg@10", List.of("ndgc@3")))
                .hasMessageContaining("ndgc@3");
    }

    @Test
    void quirksAreDescribed() {
        assertThat(evaluate(
                                trec().withQuirks(Set.of(Quirk.IDEAL_NOT_CUT)).withDescribed(Map.of("dataset", "x")),
                                List.of(TEST),
                                List.of(system("a", "", found(TESTS, "ab", "bc"))))
                        .report()
                        .settings())
                .containsEntry("quirks", "ideal-not-cut")
                .containsEntry("dataset", "x");
    }
}
