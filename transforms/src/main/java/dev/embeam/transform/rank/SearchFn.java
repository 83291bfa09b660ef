package dev.embeam.transform.rank;

import dev.embeam.schema.Calibration;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.VariantBatch;
import dev.embeam.search.JudgedDocuments;
import dev.embeam.search.QueryVectors;
import dev.embeam.search.SearchPlan;
import dev.embeam.search.VectorSearch;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;
import org.jspecify.annotations.Nullable;

/** Searches the documents of a bundle. */
final class SearchFn extends DoFn<VariantBatch, KV<Integer, SearchResult>> {
    private static final long serialVersionUID = 1L;

    private final SearchPlan plan;
    private final int firstSystem;
    private final JudgedDocuments judged;
    private final List<QueryVectors> queries;
    private final @Nullable PCollectionView<Map<Integer, Calibration>> calibrations;

    private transient @Nullable VectorSearch search;

    SearchFn(
            SearchPlan plan,
            int firstSystem,
            JudgedDocuments judged,
            List<QueryVectors> queries,
            @Nullable PCollectionView<Map<Integer, Calibration>> calibrations) {
        this.plan = plan;
        this.firstSystem = firstSystem;
        this.judged = judged;
        this.queries = queries;
        this.calibrations = calibrations;
    }

    @StartBundle
    public void startBundle() {
        search = null;
    }

    @ProcessElement
    public void process(ProcessContext context) {
        VectorSearch running = search;
        if (running == null) {
            running = new VectorSearch(calibrated(context), queries, judged);
            search = running;
        }
        running.add(context.element());
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) {
        if (search != null) {
            List<SearchResult> results = search.results();
            for (int system = 0; system < results.size(); system++) {
                context.output(
                        KV.of(firstSystem + system, results.get(system)),
                        GlobalWindow.INSTANCE.maxTimestamp(),
                        GlobalWindow.INSTANCE);
            }
            search = null;
        }
    }

    private SearchPlan calibrated(ProcessContext context) {
        return calibrations == null ? plan : plan.withCalibrations(context.sideInput(calibrations));
    }
}
