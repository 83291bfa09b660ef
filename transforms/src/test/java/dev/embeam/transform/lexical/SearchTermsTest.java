package dev.embeam.transform.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.Seeds;
import dev.embeam.lexical.Analysis;
import dev.embeam.lexical.Bm25Settings;
import dev.embeam.lexical.Bm25Variant;
import dev.embeam.lexical.CandidateCounting;
import dev.embeam.lexical.CandidatePlan;
import dev.embeam.lexical.CandidateSearch;
import dev.embeam.lexical.CandidateTerms;
import dev.embeam.lexical.LexicalPlan;
import dev.embeam.lexical.PlanCounting;
import dev.embeam.lexical.PlanSearch;
import dev.embeam.lexical.QueryTerms;
import dev.embeam.lexical.StatisticsOf;
import dev.embeam.lexical.TermBatch;
import dev.embeam.lexical.TermCounting;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.Qrel;
import dev.embeam.schema.Query;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.SearchCounts;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.Split;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.coder.DocumentBatchCoder;
import dev.embeam.search.JudgedDocuments;
import dev.embeam.search.SearchResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTermsTest {
    private static final int DEPTH = 7;
    private static final int FIRST_SYSTEM = 3;
    private static final int DOCUMENTS = 120;

    private static final List<QuerySet> SETS = List.of(queries(Split.VALIDATION, 0), queries(Split.TEST, 100));
    private static final QueryTerms TERMS = QueryTerms.of(SETS, Analysis.STANDARD);
    private static final LexicalPlan PLAN = new LexicalPlan(
            TERMS, Bm25Settings.DEFAULT, JudgedDocuments.of(SETS), List.of(1.0, 0.3), DEPTH, FIRST_SYSTEM);
    private static final CandidatePlan CANDIDATES = CandidatePlan.of(
            SETS, Analysis.STANDARD, Bm25Settings.of(Bm25Variant.OKAPI, StatisticsOf.CANDIDATES), DEPTH, FIRST_SYSTEM);

    @ParameterizedTest
    @ValueSource(ints = {1, 17, DOCUMENTS})
    void anyCutIntoBatchesGivesWhatOneSearchGives(int size) {
        Pipeline pipeline = Pipeline.create();
        PAssert.that(documents(pipeline, size).apply(AnalyzeTerms.of(TERMS)).apply(SearchTerms.of(PLAN)))
                .satisfies(SearchTermsTest::isWhatOneSearchGives);
        PipelineResult result = pipeline.run();
        result.waitUntilFinish();
        assertThat(counter(result, "documents_analysed")).isEqualTo(DOCUMENTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 17, DOCUMENTS})
    void candidatesAreGatheredFromAllBatches(int size) {
        Pipeline pipeline = Pipeline.create();
        PAssert.that(documents(pipeline, size).apply(SearchCandidates.of(CANDIDATES)))
                .satisfies(SearchTermsTest::isWhatOneReranking);
        pipeline.run().waitUntilFinish();
    }

    @Test
    void anEmptyCollectionGivesNothing() {
        Pipeline pipeline = Pipeline.create();
        PCollection<DocumentBatch> none = pipeline.apply(Create.empty(DocumentBatchCoder.of()));
        PAssert.that(none.apply(AnalyzeTerms.of(TERMS)).apply(SearchTerms.of(PLAN)))
                .empty();
        PAssert.that(none.apply(SearchCandidates.of(CANDIDATES))).empty();
        pipeline.run().waitUntilFinish();
    }

    private static Void isWhatOneSearchGives(Iterable<KV<Integer, SearchResult>> parts) {
        TermBatch batch = new TermCounting(TERMS).count(batch(0, DOCUMENTS));
        PlanCounting counting = new PlanCounting(PLAN);
        counting.add(batch);
        PlanSearch search = new PlanSearch(PLAN, counting.statistics());
        search.add(batch);
        assertMerged(parts, search.results());
        return null;
    }

    private static Void isWhatOneReranking(Iterable<KV<Integer, SearchResult>> parts) {
        List<CandidateTerms> rows = new ArrayList<>();
        CandidateCounting counting = new CandidateCounting(CANDIDATES);
        counting.count(batch(0, DOCUMENTS), rows::add);
        CandidateSearch search = new CandidateSearch(CANDIDATES);
        search.addAll(rows);
        assertMerged(parts, List.of(SearchResults.merge(search.result(), counting.takeCounts(), DEPTH)));
        return null;
    }

    private static void assertMerged(Iterable<KV<Integer, SearchResult>> parts, List<SearchResult> expected) {
        Map<Integer, SearchResult> merged = new TreeMap<>();
        parts.forEach(part -> merged.merge(part.getKey(), part.getValue(), (a, b) -> SearchResults.merge(a, b, DEPTH)));
        assertThat(merged).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            SearchResult found = Objects.requireNonNull(merged.get(FIRST_SYSTEM + i));
            assertThat(found.hits()).isEqualTo(expected.get(i).hits());
            assertThat(found.judged()).isEqualTo(expected.get(i).judged());
            assertThat(found.judged().documents()).isNotEmpty();
            SearchCounts counts = found.counts();
            assertThat(counts.documents()).isEqualTo(expected.get(i).counts().documents());
            assertThat(counts.encodedTexts()).isEqualTo(expected.get(i).counts().encodedTexts());
        }
    }

    private static long counter(PipelineResult result, String name) {
        return result.metrics()
                .queryMetrics(MetricsFilter.builder()
                        .addNameFilter(MetricNameFilter.named(AnalyzeTerms.class, name))
                        .build())
                .getCounters()
                .iterator()
                .next()
                .getAttempted();
    }

    private static PCollection<DocumentBatch> documents(Pipeline pipeline, int size) {
        List<DocumentBatch> batches = new ArrayList<>();
        for (int from = 0; from < DOCUMENTS; from += size) {
            batches.add(batch(from, Math.min(DOCUMENTS, from + size)));
        }
        return pipeline.apply(Create.of(batches).withCoder(DocumentBatchCoder.of()));
    }

    private static DocumentBatch batch(int from, int to) {
        String[] ids = IntStream.range(from, to).mapToObj(i -> "d" + i).toArray(String[]::new);
        String[] texts = IntStream.range(from, to)
                .mapToObj(i -> randomText(Seeds.random(i)))
                .toArray(String[]::new);
        return new DocumentBatch(DocumentKeys.ofIds(ids), TextColumn.of(texts));
    }

    private static QuerySet queries(Split split, int firstCase) {
        List<Query> queries = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            SplittableRandom random = Seeds.random(1000 + firstCase + i);
            List<String> candidates = random.ints(10, 0, DOCUMENTS)
                    .distinct()
                    .mapToObj(d -> "d" + d)
                    .toList();
            List<Qrel> qrels = List.of(new Qrel("d" + random.nextInt(DOCUMENTS), random.nextInt(2)));
            queries.add(new Query("q" + i, randomText(random), qrels, candidates));
        }
        return new QuerySet(split, "queries", queries);
    }

    private static String randomText(SplittableRandom random) {
        return random.ints(random.nextInt(9), 0, 40)
                .mapToObj(word -> "w" + word / (1 + word % 5))
                .collect(Collectors.joining(" "));
    }
}
