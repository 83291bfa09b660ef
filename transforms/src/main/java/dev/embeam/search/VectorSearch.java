package dev.embeam.search;

import dev.embeam.kernel.QueryPanels;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.Precision;
import dev.embeam.schema.SearchCounts;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.VariantBatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Exact search of documents that come in batches, for all systems of a {@link SearchPlan} in one scan. What is found depends
 * neither on how documents are cut into batches nor on their order. Memory grows with queries, systems and depth, not with
 * documents. Not thread-safe.
 *
 * <p>A document with NaN or infinity in its vector is left out and counted; a zero vector is searched and counted. Time is
 * that of the scan that a system shares with all others of its encoder and precision.
 */
public final class VectorSearch {
    private final List<Variant> variants = new ArrayList<>();

    /**
     * A search that has seen nothing.
     *
     * @param queries the queries' vectors by each encoder
     * @param judged of the same queries
     */
    public VectorSearch(SearchPlan plan, List<QueryVectors> queries, JudgedDocuments judged) {
        if (queries.size() != plan.variants().size()) {
            throw new IllegalArgumentException("there are vectors of queries by " + queries.size()
                    + " encoders; expected " + plan.variants().size());
        }
        for (int variant = 0; variant < queries.size(); variant++) {
            variants.add(new Variant(plan, variant, queries.get(variant), judged));
        }
    }

    /** Searches the documents of a batch. */
    public void add(VariantBatch batch) {
        variants.get(batch.variant()).add(batch.batch(), batch.encodeNanos());
    }

    /** What was found, one a system in the order of {@link SearchPlan#systems}. */
    public List<SearchResult> results() {
        return variants.stream().flatMap(variant -> variant.results().stream()).toList();
    }

    /** The search with one encoder. */
    private static final class Variant {
        private final SearchVariant settings;
        private final int chunk;
        private final RowChunk rows;
        private final List<VariantScan> scans = new ArrayList<>();
        private final List<SystemHits> systems = new ArrayList<>();
        private final long[] searchNanos;
        private long failedRecords;
        private long encodedTexts;
        private long encodeNanos;

        Variant(SearchPlan plan, int variant, QueryVectors queries, JudgedDocuments judged) {
            settings = plan.variants().get(variant);
            if (queries.dim() != settings.dim() || queries.queries() != judged.queries()) {
                throw new IllegalArgumentException("vectors of queries are " + queries.queries() + " x " + queries.dim()
                        + "; expected " + judged.queries() + " x " + settings.dim());
            }
            chunk = plan.documentChunk();
            Shares shares = new Shares(plan.shares());
            rows = new RowChunk(plan, shares, judged);
            QueryPanels panels = QueryPanels.of(queries.numbers(), queries.dim());
            for (Precision precision : plan.precisions()) {
                List<WidthScan> widths = settings.dims().stream()
                        .map(width -> widthScan(plan, width, queries, judged, shares))
                        .toList();
                widths.forEach(width -> systems.addAll(width.systems()));
                scans.add(new VariantScan(plan, settings, precision, queries, panels, judged, ascending(widths)));
            }
            searchNanos = new long[scans.size()];
        }

        private static WidthScan widthScan(
                SearchPlan plan, int width, QueryVectors queries, JudgedDocuments judged, Shares shares) {
            List<Scorer> scorers = new ArrayList<>();
            List<SystemHits> systems = new ArrayList<>();
            for (Similarity similarity : plan.similarities()) {
                Scorer scorer = scorer(similarity, queries, width, plan.documentChunk());
                scorers.add(scorer);
                for (double share : plan.shares()) {
                    systems.add(new SystemHits(scorer, shares.indexOf(share), plan.depth(), judged));
                }
            }
            return new WidthScan(width, scorers, systems);
        }

        private static Scorer scorer(Similarity similarity, QueryVectors queries, int width, int chunk) {
            return switch (similarity) {
                case COSINE -> new ScaledScorer(true, queries, width, chunk);
                case DOT -> new ScaledScorer(false, queries, width, chunk);
                case EUCLIDEAN -> new EuclideanScorer(queries, width, chunk);
            };
        }

        private static List<WidthScan> ascending(List<WidthScan> widths) {
            return widths.stream()
                    .sorted(Comparator.comparingInt(WidthScan::width))
                    .toList();
        }

        void add(EmbeddingBatch batch, long nanos) {
            if (batch.dim() != settings.dim()) {
                throw new CorruptDataException(
                        batch.keys().file(),
                        "",
                        "vectors of " + batch.dim() + " columns",
                        settings.dim() + " columns, as the vectors of the queries have");
            }
            failedRecords += batch.keys().failures().size();
            encodedTexts += nanos > 0 ? batch.size() : 0;
            encodeNanos += nanos;
            for (int from = 0; from < batch.size(); from += chunk) {
                rows.take(batch, from, Math.min(chunk, batch.size() - from));
                for (int i = 0; i < scans.size(); i++) {
                    long start = System.nanoTime();
                    scans.get(i).search(rows, batch.keys().ids());
                    searchNanos[i] += System.nanoTime() - start;
                }
            }
        }

        List<SearchResult> results() {
            int systemsOfScan = systems.size() / scans.size();
            return IntStream.range(0, systems.size())
                    .mapToObj(i -> result(systems.get(i), searchNanos[i / systemsOfScan]))
                    .toList();
        }

        private SearchResult result(SystemHits system, long nanos) {
            int share = system.share();
            SearchCounts counts = new SearchCounts(
                    rows.seen(share),
                    rows.zeroVectors(share),
                    rows.notFinite(share),
                    system.hits().repeatedIds() + system.judged().repeatedIds(),
                    failedRecords,
                    encodedTexts,
                    encodeNanos,
                    nanos);
            return new SearchResult(system.hits().toBlock(), system.judged().toBlock(), counts);
        }
    }
}
