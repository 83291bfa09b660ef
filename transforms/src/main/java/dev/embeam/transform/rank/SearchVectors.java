package dev.embeam.transform.rank;

import dev.embeam.schema.Calibration;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.VariantBatch;
import dev.embeam.search.JudgedDocuments;
import dev.embeam.search.SearchPlan;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.jspecify.annotations.Nullable;

/**
 * Searches documents for all queries, exactly, with all systems of a {@link SearchPlan} in one scan of the vectors.
 *
 * <p>Input: the vectors of the documents, by every encoder of the plan. Output: one result a system, under the index that
 * {@link SearchPlan#systems} gives it, counted from the first system's number; nothing at all where there is no document.
 * Every bundle is searched where it is, and only its best hits travel: vectors never cross a shuffle. Results do not depend
 * on bundles, times apart; memory grows with queries, systems and depth, not with documents.
 *
 * <pre>{@code
 * PCollectionView<Iterable<VariantBatch>> queries = SearchVectors.queries(queryVectors);
 * PCollection<KV<Integer, SearchResult>> results =
 *         documents.apply("Search", SearchVectors.of(plan, JudgedDocuments.of(querySets), queries));
 * }</pre>
 */
public final class SearchVectors extends PTransform<PCollection<VariantBatch>, PCollection<KV<Integer, SearchResult>>> {
    private static final long serialVersionUID = 1L;

    private final SearchPlan plan;
    private final int firstSystem;
    private final JudgedDocuments judged;
    private final PCollectionView<Iterable<VariantBatch>> queries;
    private final @Nullable PCollectionView<Map<Integer, Calibration>> calibrations;

    private SearchVectors(
            SearchPlan plan,
            int firstSystem,
            JudgedDocuments judged,
            PCollectionView<Iterable<VariantBatch>> queries,
            @Nullable PCollectionView<Map<Integer, Calibration>> calibrations) {
        this.plan = plan;
        this.firstSystem = firstSystem;
        this.judged = judged;
        this.queries = queries;
        this.calibrations = calibrations;
    }

    /**
     * Searches by this plan.
     *
     * @param judged the documents whose scores are wanted whatever their rank
     * @param queries the vectors of the same queries
     */
    public static SearchVectors of(
            SearchPlan plan, JudgedDocuments judged, PCollectionView<Iterable<VariantBatch>> queries) {
        return new SearchVectors(plan, 0, judged, queries, null);
    }

    /** With systems numbered from this number on, so that the results of several searches can lie side by side. */
    public SearchVectors withFirstSystem(int number) {
        return new SearchVectors(plan, number, judged, queries, calibrations);
    }

    /** With the ranges of {@link MeasureColumns} for encoders whose ranges the plan lacks. */
    public SearchVectors withCalibrations(PCollectionView<Map<Integer, Calibration>> found) {
        return new SearchVectors(plan, firstSystem, judged, queries, found);
    }

    /**
     * The vectors of all queries by all encoders, for every worker to see: batches in any order and of any size, whose ids
     * are the queries' indexes (their places in the concatenation of all query sets) in decimal digits.
     */
    public static PCollectionView<Iterable<VariantBatch>> queries(PCollection<VariantBatch> vectors) {
        return vectors.apply("View queries", View.asIterable());
    }

    @Override
    public PCollection<KV<Integer, SearchResult>> expand(PCollection<VariantBatch> documents) {
        List<PCollectionView<?>> views = calibrations == null ? List.of(queries) : List.of(queries, calibrations);
        SearchFn scan = new SearchFn(plan, firstSystem, judged, queries, calibrations);
        return documents
                .apply("Scan", ParDo.of(scan).withSideInputs(views))
                .apply("All parts", MergeResults.of(plan.depth()));
    }
}
