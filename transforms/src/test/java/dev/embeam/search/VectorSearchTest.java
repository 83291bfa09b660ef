package dev.embeam.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fixture.Seeds;
import dev.embeam.kernel.ProductKernels;
import dev.embeam.kernel.VectorKernels;
import dev.embeam.precision.VectorCodec;
import dev.embeam.schema.Calibration;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.Precision;
import dev.embeam.schema.Qrel;
import dev.embeam.schema.Query;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.RankingBlock;
import dev.embeam.schema.SearchCounts;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.Split;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.VariantBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VectorSearchTest {
    private static final int DIM = 37;
    private static final int QUERIES = 35;
    private static final int DOCUMENTS = 300;
    private static final int DEPTH = 7;

    private final float[] queries = vectors(Seeds.random(1), QUERIES);
    private final float[] documents = vectors(Seeds.random(2), DOCUMENTS);
    private final JudgedDocuments judged = judged();
    private final SearchPlan plan = new SearchPlan(
            List.of(new SearchVariant(DIM, List.of(DIM, 5, 16), ranges())),
            List.of(Precision.values()),
            List.of(Similarity.values()),
            List.of(1.0, 0.2, 0.5),
            DEPTH,
            64,
            false);

    @Test
    void everySystemFindsWhatItsDefinitionSays() {
        List<SearchResult> results = search(plan, DOCUMENTS);
        for (SearchSystem system : plan.systems()) {
            assertThat(results.get(system.index()).hits().documents())
                    .as(system.toString())
                    .isEqualTo(naive(system).toBlock().documents());
            assertThat(results.get(system.index()).hits())
                    .as(system.toString())
                    .isEqualTo(naive(system).toBlock());
        }
    }

    @Test
    void judgedScoresAreThoseOfTheScan() {
        SearchPlan deep = new SearchPlan(
                plan.variants(), plan.precisions(), plan.similarities(), List.of(1.0), DOCUMENTS, 50, false);
        for (SearchResult result : search(deep, DOCUMENTS)) {
            for (int query = 0; query < QUERIES; query++) {
                assertThat(ranking(result.hits(), query)).containsAll(ranking(result.judged(), query));
            }
            assertThat(result.judged().documents()).hasSize(judged.pairs() - 1);
        }
    }

    @Test
    void batchesChunksAndOrderDoNotMatter() {
        List<SearchResult> expected = timeless(search(plan, DOCUMENTS));
        assertThat(timeless(search(plan.withDocumentChunk(13), 90))).isEqualTo(expected);
        List<SearchResult> merged = timeless(search(plan.withDocumentChunk(1000), 41, 0, 120));
        List<SearchResult> rest = timeless(search(plan, 1, 120, DOCUMENTS));
        for (int i = 0; i < merged.size(); i++) {
            assertThat(SearchResults.merge(rest.get(i), merged.get(i), DEPTH)).isEqualTo(expected.get(i));
        }
    }

    @Test
    void candidatesAloneHaveTheScoresOfTheScan() {
        List<SearchResult> scanned = search(plan, DOCUMENTS);
        List<SearchResult> reranked = search(plan.withCandidatesOnly(true), 90);
        for (int i = 0; i < scanned.size(); i++) {
            assertThat(reranked.get(i).judged()).isEqualTo(scanned.get(i).judged());
        }
        // Query 1 names candidates, among them none of its judged documents.
        assertThat(ranking(reranked.get(0).hits(), 1)).hasSize(2);
        assertThat(ranking(reranked.get(0).hits(), 0))
                .isEqualTo(ranking(scanned.get(0).judged(), 0));
    }

    @Test
    void nearDuplicatesAreOrderedByTheirTrueDistance() {
        float[] query = {1000, 1000, 1000};
        float[] near = {1000.001f, 1000, 1000, 1000, 1000, 1000, 1000.0005f, 1000, 1000, 999, 1000, 1000};
        SearchPlan nearest = SearchPlan.of(2, SearchVariant.of(3)).withSimilarities(List.of(Similarity.EUCLIDEAN));
        VectorSearch search = new VectorSearch(nearest, List.of(new QueryVectors(1, 3, query)), unjudged(1));
        search.add(batch(near, 3, "far", "same", "nearer", "away"));
        RankingBlock hits = search.results().get(0).hits();
        assertThat(hits.documents()).containsExactly("same", "nearer");
        assertThat(hits.scores()[0]).isEqualTo(1e6f);
    }

    @Test
    void zeroVectorsScoreNothingAndAreCountedWhileBrokenOnesAreLeftOut() {
        float[] numbers = {0, 0, 1, 1, Float.NaN, 1, 1, Float.POSITIVE_INFINITY, -1, 0};
        VectorSearch search = new VectorSearch(
                SearchPlan.of(9, SearchVariant.of(2)),
                List.of(new QueryVectors(1, 2, new float[] {1, 0})),
                unjudged(1));
        search.add(batch(numbers, 2, "zero", "one", "nan", "infinite", "back"));
        SearchResult result = search.results().get(0);
        assertThat(result.hits().documents()).containsExactly("one", "zero", "back");
        assertThat(result.hits().scores()[1]).isZero();
        assertThat(result.counts().documents()).isEqualTo(5);
        assertThat(result.counts().zeroVectors()).isEqualTo(1);
        assertThat(result.counts().notFinite()).isEqualTo(2);
    }

    @Test
    void zeroQueryScoresAllDocumentsZero() {
        VectorSearch search = new VectorSearch(
                SearchPlan.of(1, SearchVariant.of(2)), List.of(new QueryVectors(1, 2, new float[2])), unjudged(1));
        search.add(batch(new float[] {1, 2, 3, 4}, 2, "a", "b"));
        assertThat(search.results().get(0).hits().documents()).containsExactly("b");
        assertThat(search.results().get(0).hits().tied()).containsExactly(1);
    }

    @Test
    void otherWidthIsRefusedWithBothAndTheFile() {
        VectorSearch search = new VectorSearch(
                SearchPlan.of(1, SearchVariant.of(2)), List.of(new QueryVectors(1, 2, new float[2])), unjudged(1));
        assertThatThrownBy(() -> search.add(batch(new float[3], 3, "a")))
                .hasMessageContaining("3 columns")
                .hasMessageContaining("2 columns")
                .hasMessageContaining("vectors.parquet");
    }

    @Test
    void notANumberInAQueryIsRefused() {
        assertThatThrownBy(() -> new QueryVectors(1, 2, new float[] {0, Float.NaN}))
                .hasMessageContaining("query 0")
                .hasMessageContaining("NaN");
    }

    @Test
    void sharesAreNestedAndAboutAsLargeAsTheySay() {
        Shares shares = new Shares(List.of(1.0, 0.1, 0.3));
        TextColumn ids = TextColumn.of(
                IntStream.range(0, 20_000).mapToObj(Integer::toString).toList());
        int[] levels = new int[4];
        IntStream.range(0, ids.size()).forEach(row -> levels[shares.levelOf(ids, row)]++);
        assertThat(levels[0]).isBetween(1_850, 2_150);
        assertThat(levels[0] + levels[1]).isBetween(5_750, 6_250);
        assertThat(levels[3]).isZero();
    }

    private HitCollector naive(SearchSystem system) {
        HitCollector hits = new HitCollector(QUERIES, DEPTH);
        float[] decoded = documents.clone();
        VectorCodec codec = VectorCodec.of(system.precision(), DIM, ranges());
        byte[] encoded = new byte[codec.bytes(DOCUMENTS)];
        codec.encode(decoded, DOCUMENTS, encoded);
        codec.decode(encoded, DOCUMENTS, decoded);
        for (int document = 0; document < DOCUMENTS; document++) {
            int number = judged.find("d" + document);
            boolean in = Shares.place("d" + document) < system.share() || (number >= 0 && judged.isRelevant(number));
            for (int query = 0; in && query < QUERIES; query++) {
                hits.offer(query, score(system, decoded, document, query), "d" + document);
            }
        }
        return hits;
    }

    private float score(SearchSystem system, float[] rows, int document, int query) {
        int width = system.dims();
        int at = document * DIM;
        float product = ProductKernels.dot(0, rows, at, queries, query * DIM, width);
        double distance = 0;
        for (int i = 0; i < width; i++) {
            distance += Math.pow((double) rows[at + i] - queries[query * DIM + i], 2);
        }
        return switch (system.similarity()) {
            case COSINE -> product * inverse(rows, at, width) * inverse(queries, query * DIM, width);
            case DOT -> product;
            case EUCLIDEAN -> (float) (100 / (Math.sqrt(distance) + 1e-4));
        };
    }

    private static float inverse(float[] numbers, int at, int width) {
        return (float) (1 / Math.max(Math.sqrt(VectorKernels.squaredNorm(numbers, at, width)), 1e-12f));
    }

    private List<SearchResult> search(SearchPlan searched, int batchSize) {
        return search(searched, batchSize, 0, DOCUMENTS);
    }

    private List<SearchResult> search(SearchPlan searched, int batchSize, int from, int to) {
        VectorSearch search = new VectorSearch(searched, List.of(new QueryVectors(QUERIES, DIM, queries)), judged);
        for (int start = from; start < to; start += batchSize) {
            int end = Math.min(start + batchSize, to);
            String[] ids = IntStream.range(start, end).mapToObj(i -> "d" + i).toArray(String[]::new);
            search.add(batch(Arrays.copyOfRange(documents, start * DIM, end * DIM), DIM, ids));
        }
        return search.results();
    }

    private static List<SearchResult> timeless(List<SearchResult> results) {
        return results.stream().map(VectorSearchTest::timeless).toList();
    }

    private static SearchResult timeless(SearchResult result) {
        SearchCounts counts = result.counts();
        return new SearchResult(
                result.hits(),
                result.judged(),
                new SearchCounts(
                        counts.documents(),
                        counts.zeroVectors(),
                        counts.notFinite(),
                        counts.repeatedIds(),
                        counts.failedRecords(),
                        counts.encodedTexts(),
                        0,
                        0));
    }

    private static List<String> ranking(RankingBlock block, int query) {
        List<String> hits = new ArrayList<>();
        for (int i = block.offsets()[query]; i < block.offsets()[query + 1]; i++) {
            hits.add(block.documents().get(i) + " " + block.scores()[i]);
        }
        return hits;
    }

    private static VariantBatch batch(float[] numbers, int dim, String... ids) {
        DocumentKeys keys = new DocumentKeys("vectors.parquet", new long[ids.length], TextColumn.of(ids), List.of());
        return new VariantBatch(0, new EmbeddingBatch(keys, dim, numbers, EncodingCounts.NONE), 0);
    }

    private static JudgedDocuments unjudged(int count) {
        return JudgedDocuments.of(List.of(new QuerySet(
                Split.TEST,
                "q",
                IntStream.range(0, count)
                        .mapToObj(i -> new Query("q" + i, "?", List.of(), List.of()))
                        .toList())));
    }

    /** Every query judges three documents; the second names candidates; one document is not in the collection. */
    private static JudgedDocuments judged() {
        List<Query> list = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            List<Qrel> qrels = List.of(new Qrel("d" + i * 8, 1), new Qrel("d" + (i + 1), 0), new Qrel("d5", i % 2));
            list.add(new Query("q" + i, "?", qrels, i == 1 ? List.of("d100", "d200", "missing") : List.of()));
        }
        return JudgedDocuments.of(List.of(new QuerySet(Split.TEST, "q", list)));
    }

    private static Calibration ranges() {
        float[] min = new float[DIM];
        float[] max = new float[DIM];
        Arrays.fill(min, -1);
        Arrays.fill(max, 1);
        return new Calibration(min, max);
    }

    /** Few different numbers in half of the vectors, so that scores tie. */
    private static float[] vectors(SplittableRandom random, int count) {
        float[] numbers = new float[count * DIM];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i / DIM % 2 == 0 ? (float) random.nextDouble(-1, 1) : random.nextInt(-1, 2);
        }
        return numbers;
    }
}
