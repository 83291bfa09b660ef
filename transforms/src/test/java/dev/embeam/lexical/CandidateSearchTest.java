package dev.embeam.lexical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.fixture.SharedFiles;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.Qrel;
import dev.embeam.schema.Query;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.RankingBlock;
import dev.embeam.schema.SearchCounts;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.Split;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandidateSearchTest {
    private static final Bm25Settings OKAPI = Bm25Settings.of(Bm25Variant.OKAPI, StatisticsOf.CANDIDATES);
    private static final Bm25Settings LUCENE = Bm25Settings.of(Bm25Variant.LUCENE, StatisticsOf.CANDIDATES);

    @Test
    void okapiGivesTheScoresOfTheGoldenCase() throws IOException {
        JsonNode golden = goldenCase();
        List<String> texts = new ArrayList<>();
        golden.at("/input/docs").forEach(terms -> texts.add(joined(terms)));
        SearchResult result = search(
                OKAPI,
                List.of(query("q", joined(golden.at("/input/query")), texts.size())),
                TestQueries.documents(0, texts),
                Analysis.STANDARD);
        Map<String, Float> scores = scores(result.judged(), 0);
        JsonNode expected = golden.at("/expected/scores");
        assertThat(expected).hasSize(texts.size());
        for (int i = 0; i < expected.size(); i++) {
            assertThat((double) scores.getOrDefault("d" + i, Float.NaN))
                    .as("d" + i)
                    .isCloseTo(expected.get(i).asDouble(), within(1e-6));
        }
        assertThat(scores(result.hits(), 0)).hasSize(5).doesNotContainKey("d5");
    }

    @Test
    void okapiAgreesWithRankBm25OnCandidatesOfJsquad() throws IOException {
        Map<String, JsonNode> expected = new HashMap<>();
        try (InputStream in = CandidateSearchTest.class.getResourceAsStream("/golden/okapi/scores.jsonl")) {
            TestQueries.lines(in).forEach(row -> expected.put(row.path("qid").asText(), row.path("scores")));
        }
        List<Query> queries = TestQueries.jsquadCandidates().queries().stream()
                .filter(query -> expected.containsKey(query.id()))
                .toList();
        assertThat(queries).hasSize(59);
        SearchResult result = search(OKAPI, queries, TestQueries.jsquad(), Analysis.TRIGRAMS);
        for (int q = 0; q < queries.size(); q++) {
            Map<String, Float> scores = scores(result.judged(), q);
            JsonNode peers = Objects.requireNonNull(expected.get(queries.get(q).id()));
            List<String> candidates = queries.get(q).candidates();
            for (int i = 0; i < candidates.size(); i++) {
                double peer = peers.get(i).asDouble();
                assertThat((double) scores.getOrDefault(candidates.get(i), Float.NaN))
                        .as("%s for query %s", candidates.get(i), queries.get(q).id())
                        .isCloseTo(peer, within(1e-6 + 1e-7 * Math.abs(peer)));
            }
        }
    }

    @Test
    void candidatesAreTheOnlyCollectionThatLuceneKnows() {
        DocumentBatch documents = TestQueries.documents("cat dog", "dog bird dog", "cat", "");
        SearchResult reranked = search(LUCENE, List.of(query("q", "dog", 4)), documents, Analysis.STANDARD);
        QuerySet set = new QuerySet(Split.TEST, "queries", List.of(query("q", "dog", 4)));
        QueryTerms terms = QueryTerms.of(List.of(set), Analysis.STANDARD);
        TermBatch batch = new TermCounting(terms).count(documents);
        CorpusSearch search = new CorpusSearch(
                terms,
                Bm25Settings.DEFAULT,
                CorpusSearchTest.statistics(terms, batch),
                Candidates.of(List.of(set)),
                10);
        CorpusSearchTest.addAll(search, batch);
        assertThat(reranked.judged()).isEqualTo(search.result().judged());
        assertThat(reranked.hits()).isEqualTo(search.result().hits());
        assertThat(search.result().counts().zeroVectors()).isEqualTo(1);
    }

    @Test
    void theOrderOfCandidatesHasNoSayInAnyBit() {
        CandidatePlan plan = plan(OKAPI, query("q", "a b b z c d", 5));
        List<CandidateTerms> rows = rows(plan, TestQueries.documents("a b c", "a a d", "b e", "f a g h", "k c l"));
        List<CandidateTerms> reversed = new ArrayList<>(rows);
        Collections.reverse(reversed);
        assertThat(score(plan, reversed).judged()).isEqualTo(score(plan, rows).judged());
    }

    @Test
    void anIdThatRepeatsCountsOnce() {
        CandidatePlan plan = plan(LUCENE, query("q", "a", 2));
        List<CandidateTerms> once = rows(plan, TestQueries.documents("a b", "c"));
        List<CandidateTerms> twice = new ArrayList<>(once);
        twice.addAll(rows(plan, TestQueries.documents("a longer one", "c")));
        SearchResult result = score(plan, twice);
        assertThat(result.judged()).isEqualTo(score(plan, once).judged());
        assertThat(result.counts().repeatedIds()).isEqualTo(2);
    }

    @Test
    void aDocumentCountsOnceHoweverManyQueriesNameIt() {
        CandidatePlan plan = plan(LUCENE, query("p", "a", 2), query("q", "b", 2));
        CandidateCounting counting = new CandidateCounting(plan);
        List<CandidateTerms> found = new ArrayList<>();
        counting.count(TestQueries.documents("a b", "", "no candidate"), found::add);
        assertThat(found).hasSize(4);
        SearchCounts counts = counting.takeCounts().counts();
        assertThat(counts.documents()).isEqualTo(3);
        assertThat(counts.encodedTexts()).isEqualTo(2);
        assertThat(counts.zeroVectors()).isEqualTo(1);
        assertThat(counting.takeCounts().counts()).isEqualTo(SearchCounts.NONE);
    }

    @Test
    void candidatesWithoutAnyTermScoreZero() {
        SearchResult result =
                search(OKAPI, List.of(query("q", "a", 2)), TestQueries.documents("", "  "), Analysis.STANDARD);
        assertThat(result.judged().scores()).containsExactly(0, 0);
        assertThat(result.hits().scores()).isEmpty();
    }

    @Test
    void documentsThatAreOnlyJudgedHaveNoScore() {
        Query query = new Query("q", "a", List.of(new Qrel("d0", 1), new Qrel("d1", 1)), List.of("d1"));
        SearchResult result = search(LUCENE, List.of(query), TestQueries.documents("a", "a"), Analysis.STANDARD);
        assertThat(result.judged().documents()).containsExactly("d1");
    }

    @Test
    void aQueryWithoutCandidatesIsRefused() {
        assertThatThrownBy(() -> Candidates.of(List.of(TestQueries.of("a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("queries, query \"q0\": it names no candidates; expected at least one, or BM25 with the"
                        + " statistics of the whole collection");
    }

    @Test
    void settingsForAnotherKindOfStatisticsAreRefused() {
        assertThatThrownBy(() -> search(
                        Bm25Settings.DEFAULT,
                        List.of(query("q", "a", 1)),
                        TestQueries.documents("a"),
                        Analysis.STANDARD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a search of candidates was given BM25 settings for the statistics of CORPUS; expected"
                        + " CANDIDATES");
    }

    private static SearchResult search(
            Bm25Settings settings, List<Query> queries, DocumentBatch documents, Analysis analysis) {
        CandidatePlan plan = CandidatePlan.of(sets(queries), analysis, settings, 10, 0);
        return score(plan, rows(plan, documents));
    }

    private static List<CandidateTerms> rows(CandidatePlan plan, DocumentBatch documents) {
        List<CandidateTerms> rows = new ArrayList<>();
        new CandidateCounting(plan).count(documents, rows::add);
        return rows;
    }

    private static SearchResult score(CandidatePlan plan, List<CandidateTerms> rows) {
        CandidateSearch search = new CandidateSearch(plan);
        search.addAll(rows);
        return search.result();
    }

    private static CandidatePlan plan(Bm25Settings settings, Query... queries) {
        return CandidatePlan.of(sets(List.of(queries)), Analysis.STANDARD, settings, 10, 0);
    }

    private static List<QuerySet> sets(List<Query> queries) {
        return List.of(new QuerySet(Split.TEST, "queries", queries));
    }

    private static Query query(String id, String text, int candidates) {
        return new Query(
                id,
                text,
                List.of(),
                IntStream.range(0, candidates).mapToObj(i -> "d" + i).toList());
    }

    static Map<String, Float> scores(RankingBlock block, int query) {
        Map<String, Float> scores = new HashMap<>();
        for (int i = block.offsets()[query]; i < block.offsets()[query + 1]; i++) {
            scores.put(block.documents().get(i), block.scores()[i]);
        }
        return scores;
    }

    private static String joined(JsonNode terms) {
        List<String> list = new ArrayList<>();
        terms.forEach(term -> list.add(term.asText()));
        return String.join(" ", list);
    }

    private static JsonNode goldenCase() throws IOException {
        JsonNode golden = new ObjectMapper()
                .readTree(SharedFiles.path("golden/evaluation.json").toFile());
        for (JsonNode each : golden.path("cases")) {
            if (each.path("id").asText().equals("bm25-okapi")) {
                return each;
            }
        }
        throw new AssertionError("there is no golden case bm25-okapi");
    }
}
