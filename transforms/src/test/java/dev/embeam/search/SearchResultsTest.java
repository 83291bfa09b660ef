package dev.embeam.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.Seeds;
import dev.embeam.schema.Qrel;
import dev.embeam.schema.Query;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.RankingBlock;
import dev.embeam.schema.SearchCounts;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.Split;
import dev.embeam.schema.TextColumn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchResultsTest {
    private static final int CASES = 300;

    /** One document with its score for every query. */
    private record Scored(String id, float[] scores) {}

    @Test
    void mergedPartsEqualTheWholeInAnySplitAndOrder() {
        for (int test = 0; test < CASES; test++) {
            SplittableRandom random = Seeds.random(test);
            int depth = random.nextInt(1, 8);
            List<Scored> documents = documents(random, false);
            SearchResult whole = search(documents, depth);
            assertThat(mergeRandomly(parts(documents, depth, random), depth, random))
                    .as(Seeds.describe(test))
                    .isEqualTo(whole);
            assertThat(whole.hits()).as(Seeds.describe(test)).isEqualTo(sorted(documents, depth));
        }
    }

    @Test
    void ofRepeatedIdsTheHigherScoreStandsInAnySplit() {
        for (int test = 0; test < CASES; test++) {
            SplittableRandom random = Seeds.random(test);
            int depth = random.nextInt(1, 8);
            List<Scored> documents = documents(random, true);
            RankingBlock merged = mergeRandomly(parts(documents, depth, random), depth, random)
                    .hits();
            RankingBlock expected = sorted(best(documents), depth);
            assertThat(merged.documents()).as(Seeds.describe(test)).isEqualTo(expected.documents());
            assertThat(merged.scores()).as(Seeds.describe(test)).isEqualTo(expected.scores());
        }
    }

    @Test
    void repeatedIdsAreCountedAcrossParts() {
        SearchResult one = search(List.of(new Scored("a", new float[] {1})), 2);
        SearchResult two = search(List.of(new Scored("a", new float[] {2})), 2);
        SearchResult merged = SearchResults.merge(one, two, 2);
        assertThat(merged.hits().documents()).containsExactly("a");
        assertThat(merged.hits().scores()).containsExactly(2);
        assertThat(merged.counts().repeatedIds()).isEqualTo(1);
    }

    @Test
    void nothingIsNeutral() {
        SearchResult some = search(documents(Seeds.random(1), false), 3);
        assertThat(SearchResults.merge(some, SearchResults.none(some.hits().size()), 3))
                .isEqualTo(some);
        assertThat(SearchResults.merge(SearchResults.none(some.hits().size()), some, 3))
                .isEqualTo(some);
    }

    @Test
    void judgedScoresAreMergedWithoutBound() {
        JudgedDocuments judged = JudgedDocuments.of(List.of(new QuerySet(
                Split.TEST,
                "q.jsonl",
                List.of(new Query("q", "?", List.of(new Qrel("a", 1), new Qrel("b", 0)), List.of("c", "d"))))));
        SearchResult merged = SearchResults.merge(judgedOnly(judged, "a", 1, "c", 3), judgedOnly(judged, "b", 2), 1);
        assertThat(merged.judged().documents()).containsExactly("c", "b", "a");
        assertThat(merged.judged().scores()).containsExactly(3, 2, 1);
    }

    private static SearchResult judgedOnly(JudgedDocuments judged, Object... idsAndScores) {
        JudgedScores scores = new JudgedScores(judged);
        for (int i = 0; i < idsAndScores.length; i += 2) {
            scores.offer(
                    judged.firstPair(judged.find((String) idsAndScores[i])),
                    ((Number) idsAndScores[i + 1]).floatValue());
        }
        return new SearchResult(SearchResults.none(1).hits(), scores.toBlock(), SearchCounts.NONE);
    }

    private static List<Scored> documents(SplittableRandom random, boolean repeated) {
        int count = random.nextInt(0, 40);
        int queries = 3;
        List<Scored> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] scores = new float[queries];
            for (int query = 0; query < queries; query++) {
                // Few values, so that many tie.
                scores[query] = random.nextInt(4) / 2f;
            }
            String id = (i % 2 == 0 ? "d" : "\uD83D\uDE00\uFF5E") + (repeated ? random.nextInt(10) : i);
            documents.add(new Scored(id, scores));
        }
        return documents;
    }

    private static SearchResult search(List<Scored> documents, int depth) {
        int queries = documents.isEmpty() ? 3 : documents.get(0).scores().length;
        HitCollector collector = new HitCollector(queries, depth);
        TextColumn ids = TextColumn.of(documents.stream().map(Scored::id).toList());
        for (int row = 0; row < documents.size(); row++) {
            for (int query = 0; query < queries; query++) {
                collector.offer(query, documents.get(row).scores()[query], ids, row);
            }
        }
        SearchCounts counts = SearchCounts.ofRepeatedIds(collector.repeatedIds());
        return new SearchResult(collector.toBlock(), SearchResults.none(queries).hits(), counts);
    }

    private static List<SearchResult> parts(List<Scored> documents, int depth, SplittableRandom random) {
        List<SearchResult> parts = new ArrayList<>(List.of(SearchResults.none(3)));
        List<Scored> left = new ArrayList<>(documents);
        while (!left.isEmpty()) {
            int size = random.nextInt(1, left.size() + 1);
            List<Scored> part = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                part.add(left.remove(random.nextInt(left.size())));
            }
            parts.add(search(part, depth));
        }
        return parts;
    }

    /** Merges in a random tree. */
    private static SearchResult mergeRandomly(List<SearchResult> parts, int depth, SplittableRandom random) {
        List<SearchResult> left = new ArrayList<>(parts);
        while (left.size() > 1) {
            SearchResult a = left.remove(random.nextInt(left.size()));
            SearchResult b = left.remove(random.nextInt(left.size()));
            left.add(SearchResults.merge(a, b, depth));
        }
        return left.get(0);
    }

    /** Every id once, with its best score for every query. */
    private static List<Scored> best(List<Scored> documents) {
        return documents.stream()
                .map(Scored::id)
                .distinct()
                .map(id -> new Scored(id, bestScores(documents, id)))
                .toList();
    }

    private static float[] bestScores(List<Scored> documents, String id) {
        float[] best = {0, 0, 0};
        for (Scored document : documents) {
            for (int query = 0; query < best.length; query++) {
                best[query] = document.id().equals(id) ? Math.max(best[query], document.scores()[query]) : best[query];
            }
        }
        return best;
    }

    /** The specification: sort everything, cut, count what ties with the last. */
    private static RankingBlock sorted(List<Scored> documents, int depth) {
        int[] offsets = new int[4];
        int[] tied = new int[3];
        List<String> ids = new ArrayList<>();
        List<Float> scores = new ArrayList<>();
        for (int query = 0; query < 3; query++) {
            int column = query;
            List<Scored> order = documents.stream()
                    .sorted(Comparator.comparingDouble((Scored document) -> -document.scores()[column])
                            .thenComparing(
                                    document -> document.id().getBytes(StandardCharsets.UTF_8),
                                    (a, b) -> Arrays.compareUnsigned(b, a)))
                    .toList();
            order.stream().limit(depth).forEach(hit -> {
                ids.add(hit.id());
                scores.add(hit.scores()[column]);
            });
            offsets[query + 1] = ids.size();
            tied[query] = (int) order.stream()
                    .skip(depth)
                    .filter(hit -> hit.scores()[column] == scores.get(scores.size() - 1))
                    .count();
        }
        float[] array = new float[scores.size()];
        IntStream.range(0, array.length).forEach(i -> array[i] = scores.get(i));
        return new RankingBlock(offsets, ids, array, tied);
    }
}
