package dev.embeam.transform.lexical;

import dev.embeam.lexical.CorpusStatistics;
import dev.embeam.lexical.LexicalPlan;
import dev.embeam.lexical.PlanSearch;
import dev.embeam.lexical.TermBatch;
import dev.embeam.schema.SearchResult;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;
import org.jspecify.annotations.Nullable;

/** Searches the documents of a bundle and gives what was found at its end. */
final class SearchTermsFn extends DoFn<TermBatch, KV<Integer, SearchResult>> {
    private static final long serialVersionUID = 1L;

    private final LexicalPlan plan;
    private final PCollectionView<List<CorpusStatistics>> statistics;
    private transient @Nullable PlanSearch search;

    SearchTermsFn(LexicalPlan plan, PCollectionView<List<CorpusStatistics>> statistics) {
        this.plan = plan;
        this.statistics = statistics;
    }

    /** Starts anew. */
    @StartBundle
    public void startBundle() {
        search = null;
    }

    /** Searches one batch. */
    @ProcessElement
    public void process(@Element TermBatch batch, ProcessContext context) {
        if (search == null) {
            search = new PlanSearch(plan, context.sideInput(statistics));
        }
        search.add(batch);
    }

    /** Gives what was found. */
    @FinishBundle
    public void finishBundle(FinishBundleContext context) {
        if (search != null) {
            List<SearchResult> results = search.results();
            for (int share = 0; share < results.size(); share++) {
                context.output(
                        KV.of(search.system(share), results.get(share)),
                        BoundedWindow.TIMESTAMP_MIN_VALUE,
                        GlobalWindow.INSTANCE);
            }
        }
        search = null;
    }
}
