package dev.embeam.lexical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fixture.Seeds;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.Qrel;
import dev.embeam.schema.Query;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.RankingBlock;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.Split;
import dev.embeam.search.JudgedDocuments;
import dev.embeam.search.SearchResults;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CorpusSearchTest {
    @Test
    void scoresAreThoseOfTheFormulaWrittenOut() {
        for (int i = 0; i < 60; i++) {
            int testCase = i;
            SplittableRandom random = Seeds.random(testCase);
            List<String> documents = randomTexts(random, 1 + random.nextInt(30));
            List<String> queries = randomTexts(random, 1 + random.nextInt(8));
            RankingBlock hits = search(documents, queries, documents.size()).hits();
            for (int q = 0; q < queries.size(); q++) {
                Map<String, Double> expected = reference(documents, queries.get(q));
                Map<String, Float> actual = CandidateSearchTest.scores(hits, q);
                assertThat(actual.keySet())
                        .as("query %d, %s", q, Seeds.describe(testCase))
                        .isEqualTo(expected.keySet());
                actual.forEach((id, score) -> assertThat((double) score)
                        .as(Seeds.describe(testCase))
                        .isCloseTo(expected.getOrDefault(id, Double.NaN), Offset.offset(1e-6)));
            }
        }
    }

    @Test
    void anyCutIntoBatchesAndPartsGivesTheSameBits() {
        SplittableRandom random = Seeds.random(1);
        List<String> documents = randomTexts(random, 100);
        QuerySet queries = TestQueries.of(randomTexts(random, 10).toArray(String[]::new));
        QueryTerms terms = QueryTerms.of(List.of(queries), Analysis.STANDARD);
        TermCounting counting = new TermCounting(terms);
        TermBatch whole = counting.count(TestQueries.documents(0, documents));
        CorpusStatistics statistics = statistics(terms, whole);
        TermBatch first = counting.count(TestQueries.documents(0, documents.subList(0, 37)));
        TermBatch second = counting.count(TestQueries.documents(37, documents.subList(37, 100)));
        assertThat(statistics(terms, second, first)).isEqualTo(statistics);
        SearchResult merged = SearchResults.merge(
                search(terms, queries, statistics, second).result(),
                search(terms, queries, statistics, first).result(),
                5);
        SearchResult once = search(terms, queries, statistics, whole).result();
        assertThat(merged.hits()).isEqualTo(once.hits());
    }

    @Test
    void judgedDocumentsHaveAScoreAlsoWhereItIsZero() {
        Query query =
                new Query("q", "dog", List.of(new Qrel("d2", 1), new Qrel("d0", 0), new Qrel("none", 1)), List.of());
        QuerySet set = new QuerySet(Split.TEST, "queries", List.of(query));
        SearchResult result = search(set, TestQueries.documents("a dog", "the dog", "cat", ""));
        assertThat(result.judged().documents()).containsExactly("d0", "d2");
        assertThat(result.judged().scores()[1]).isZero();
        assertThat(result.hits().documents()).containsExactly("d1", "d0");
        assertThat(result.counts().documents()).isEqualTo(4);
        assertThat(result.counts().zeroVectors()).isEqualTo(1);
    }

    @Test
    void aTermThatTheQueryRepeatsCountsAsOften() {
        DocumentBatch documents = TestQueries.documents("dog cat", "bird");
        float once = search(TestQueries.of("dog"), documents).hits().scores()[0];
        float thrice = search(TestQueries.of("dog dog dog"), documents).hits().scores()[0];
        assertThat(thrice).isCloseTo(3 * once, Offset.offset(1e-6f));
    }

    @Test
    void nothingIsFoundForQueriesOrInCollectionsWithoutTerms() {
        assertThat(search(TestQueries.of("", "  "), TestQueries.documents("a dog"))
                        .hits()
                        .scores())
                .isEmpty();
        assertThat(search(TestQueries.of("dog"), TestQueries.documents("", ""))
                        .hits()
                        .scores())
                .isEmpty();
    }

    @Test
    void okapiOverACollectionIsRefused() {
        assertThatThrownBy(() -> Bm25Settings.of(Bm25Variant.OKAPI, StatisticsOf.CORPUS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mean weight of all terms");
    }

    @Test
    void jsquadIsRankedAsWellAsItWas() throws IOException {
        QuerySet queries = TestQueries.jsquadQueries();
        RankingBlock hits =
                search(queries, TestQueries.jsquad(), Analysis.JAPANESE).hits();
        double sum = 0;
        for (int q = 0; q < queries.size(); q++) {
            // Every query has one relevant passage.
            String relevant = queries.queries().get(q).qrels().get(0).document();
            int rank = hits.documents()
                    .subList(hits.offsets()[q], hits.offsets()[q + 1])
                    .indexOf(relevant);
            sum += rank < 0 ? 0 : Math.log(2) / Math.log(rank + 2);
        }
        assertThat(sum / queries.size()).isCloseTo(0.9226, Offset.offset(0.0005));
    }

    /** The formula over strings, document by document. */
    private static Map<String, Double> reference(List<String> documents, String query) {
        List<List<String>> cut = documents.stream().map(CorpusSearchTest::words).toList();
        long filled = cut.stream().filter(words -> !words.isEmpty()).count();
        double mean = cut.stream().mapToInt(List::size).sum() / (double) filled;
        Map<String, Double> scores = new HashMap<>();
        for (String term : words(query)) {
            long df = cut.stream().filter(words -> words.contains(term)).count();
            double idf = Math.log(1 + (filled - df + 0.5) / (df + 0.5));
            for (int d = 0; d < cut.size(); d++) {
                int tf = Collections.frequency(cut.get(d), term);
                double norm = 1.2 * (0.25 + 0.75 * cut.get(d).size() / mean);
                if (tf > 0) {
                    scores.merge("d" + d, idf * tf / (tf + norm), Double::sum);
                }
            }
        }
        return scores;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> randomTexts(SplittableRandom random, int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(String.join(
                    " ",
                    IntStream.range(0, random.nextInt(12))
                            .mapToObj(w -> "w" + random.nextInt(1, 16) / (1 + random.nextInt(4)))
                            .toList()));
        }
        return texts;
    }

    private static SearchResult search(List<String> documents, List<String> queries, int depth) {
        QuerySet set = TestQueries.of(queries.toArray(String[]::new));
        QueryTerms terms = QueryTerms.of(List.of(set), Analysis.STANDARD);
        TermBatch batch = new TermCounting(terms).count(TestQueries.documents(0, documents));
        CorpusSearch search = new CorpusSearch(
                terms, Bm25Settings.DEFAULT, statistics(terms, batch), JudgedDocuments.of(List.of(set)), depth);
        addAll(search, batch);
        return search.result();
    }

    private static SearchResult search(QuerySet queries, DocumentBatch documents) {
        return search(queries, documents, Analysis.STANDARD);
    }

    static SearchResult search(QuerySet queries, DocumentBatch documents, Analysis analysis) {
        QueryTerms terms = QueryTerms.of(List.of(queries), analysis);
        TermBatch batch = new TermCounting(terms).count(documents);
        CorpusSearch search = new CorpusSearch(
                terms, Bm25Settings.DEFAULT, statistics(terms, batch), JudgedDocuments.of(List.of(queries)), 10);
        addAll(search, batch);
        return search.result();
    }

    private static CorpusSearch search(
            QueryTerms terms, QuerySet queries, CorpusStatistics statistics, TermBatch batch) {
        CorpusSearch search =
                new CorpusSearch(terms, Bm25Settings.DEFAULT, statistics, JudgedDocuments.of(List.of(queries)), 5);
        addAll(search, batch);
        return search;
    }

    static void addAll(CorpusSearch search, TermBatch batch) {
        for (int row = 0; row < batch.size(); row++) {
            search.add(batch, row);
        }
    }

    static CorpusStatistics statistics(QueryTerms terms, TermBatch... batches) {
        CorpusCounting counting = new CorpusCounting(terms.size());
        for (TermBatch batch : batches) {
            for (int row = 0; row < batch.size(); row++) {
                counting.add(batch, row);
            }
        }
        return counting.statistics();
    }
}
