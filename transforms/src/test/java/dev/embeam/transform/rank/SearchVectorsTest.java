package dev.embeam.transform.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.Seeds;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.Qrel;
import dev.embeam.schema.Query;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.Split;
import dev.embeam.schema.VariantBatch;
import dev.embeam.schema.coder.VariantBatchCoder;
import dev.embeam.search.JudgedDocuments;
import dev.embeam.search.QueryVectors;
import dev.embeam.search.SearchPlan;
import dev.embeam.search.SearchVariant;
import dev.embeam.search.Similarity;
import dev.embeam.search.VectorSearch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;

class SearchVectorsTest {
    private static final int DIM = 9;
    private static final int QUERIES = 5;
    private static final int DOCUMENTS = 120;
    private static final SearchPlan PLAN = SearchPlan.of(4, SearchVariant.of(DIM), SearchVariant.of(DIM))
            .withSimilarities(List.of(Similarity.COSINE, Similarity.EUCLIDEAN))
            .withShares(List.of(1.0, 0.5));
    private static final JudgedDocuments JUDGED = JudgedDocuments.of(List.of(new QuerySet(
            Split.TEST,
            "q.jsonl",
            IntStream.range(0, QUERIES)
                    .mapToObj(i -> new Query("q" + i, "?", List.of(new Qrel("7", 1)), List.of()))
                    .toList())));

    @Test
    void resultsAreThoseOfOneSearchHoweverDocumentsAreCut() {
        for (int size : new int[] {1, 13, DOCUMENTS}) {
            Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
            PAssert.that(search(pipeline, batches(size))).satisfies(found -> {
                Map<Integer, SearchResult> results = new HashMap<>();
                found.forEach(result -> results.put(result.getKey(), timeless(result.getValue())));
                assertThat(results).isEqualTo(expected());
                return null;
            });
            pipeline.run().waitUntilFinish();
        }
    }

    @Test
    void emptyCollectionGivesNothing() {
        Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
        PAssert.that(search(pipeline, List.of())).empty();
        pipeline.run().waitUntilFinish();
    }

    private static PCollection<KV<Integer, SearchResult>> search(Pipeline pipeline, List<VariantBatch> documents) {
        return pipeline.apply("Documents", Create.of(documents).withCoder(VariantBatchCoder.of()))
                .apply(Reshuffle.viaRandomKey())
                .apply("Search", SearchVectors.of(PLAN, JUDGED, queries()));
    }

    private static Map<Integer, SearchResult> expected() {
        VectorSearch search = new VectorSearch(PLAN, queries(), JUDGED);
        batches(50).forEach(search::add);
        Map<Integer, SearchResult> expected = new HashMap<>();
        for (int system = 0; system < search.results().size(); system++) {
            expected.put(system, timeless(search.results().get(system)));
        }
        assertThat(expected).hasSize(8);
        return expected;
    }

    private static List<QueryVectors> queries() {
        return List.of(
                new QueryVectors(QUERIES, DIM, numbers(0, QUERIES)),
                new QueryVectors(QUERIES, DIM, numbers(1, QUERIES)));
    }

    private static List<VariantBatch> batches(int size) {
        List<VariantBatch> batches = new ArrayList<>();
        for (int variant = 0; variant < 2; variant++) {
            float[] numbers = numbers(2 + variant, DOCUMENTS);
            for (int from = 0; from < DOCUMENTS; from += size) {
                batches.add(batch(variant, numbers, from, Math.min(from + size, DOCUMENTS)));
            }
        }
        return batches;
    }

    private static VariantBatch batch(int variant, float[] numbers, int from, int to) {
        String[] ids = IntStream.range(from, to).mapToObj(Integer::toString).toArray(String[]::new);
        float[] part = Arrays.copyOfRange(numbers, from * DIM, to * DIM);
        return new VariantBatch(
                variant, new EmbeddingBatch(DocumentKeys.ofIds(ids), DIM, part, EncodingCounts.NONE), 0);
    }

    private static float[] numbers(int testCase, int rows) {
        SplittableRandom random = Seeds.random(testCase);
        float[] numbers = new float[rows * DIM];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextDouble(-1, 1);
        }
        return numbers;
    }

    private static SearchResult timeless(SearchResult result) {
        return new SearchResult(result.hits(), result.judged(), Timeless.of(result.counts()));
    }
}
