package dev.embeam.transform.rank;

import dev.embeam.schema.Calibration;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.VariantBatch;
import dev.embeam.search.JudgedDocuments;
import dev.embeam.search.QueryVectors;
import dev.embeam.search.SearchPlan;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
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
 * <p>The vectors of the queries travel with the function and not as a side input: Flink does not chain a function with a
 * side input to the one before it, so that all vectors of the documents would be written and read again in between.
 *
 * <pre>{@code
 * PCollection<KV<Integer, SearchResult>> results =
 *         documents.apply("Search", SearchVectors.of(plan, JudgedDocuments.of(querySets), queries));
 * }</pre>
 */
public final class SearchVectors extends PTransform<PCollection<VariantBatch>, PCollection<KV<Integer, SearchResult>>> {
    private static final long serialVersionUID = 1L;

    private final SearchPlan plan;
    private final int firstSystem;
    private final JudgedDocuments judged;
    private final List<QueryVectors> queries;
    private final @Nullable PCollectionView<Map<Integer, Calibration>> calibrations;

    private SearchVectors(
            SearchPlan plan,
            int firstSystem,
            JudgedDocuments judged,
            List<QueryVectors> queries,
            @Nullable PCollectionView<Map<Integer, Calibration>> calibrations) {
        this.plan = plan;
        this.firstSystem = firstSystem;
        this.judged = judged;
        this.queries = List.copyOf(queries);
        this.calibrations = calibrations;
    }

    /**
     * Searches by this plan.
     *
     * @param judged the documents whose scores are wanted whatever their rank
     * @param queries the vectors of the same queries, one an encoder of the plan
     */
    public static SearchVectors of(SearchPlan plan, JudgedDocuments judged, List<QueryVectors> queries) {
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

    @Override
    public PCollection<KV<Integer, SearchResult>> expand(PCollection<VariantBatch> documents) {
        List<PCollectionView<?>> views = calibrations == null ? List.of() : List.of(calibrations);
        SearchFn scan = new SearchFn(plan, firstSystem, judged, queries, calibrations);
        return documents
                .apply("Scan", ParDo.of(scan).withSideInputs(views))
                .apply("All parts", MergeResults.of(plan.depth()));
    }
}
