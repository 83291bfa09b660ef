package dev.embeam.transform.lexical;

import dev.embeam.lexical.CorpusStatistics;
import dev.embeam.lexical.LexicalPlan;
import dev.embeam.lexical.TermBatch;
import dev.embeam.schema.SearchResult;
import java.util.List;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Searches documents by BM25 without an index: a first pass over their terms adds up the statistics of the collection, a
 * second scores with them. The terms of documents wait in between, where the runner keeps what waits; memory does not grow
 * with the number of documents.
 *
 * <p>The output has, for each bundle and each share of the plan, the index of its system and what was found; {@link
 * dev.embeam.search.SearchResults#merge} of all that is one system's is the answer, and depends on nothing but the documents
 * and the plan. There is no output for an empty collection.
 */
public final class SearchTerms extends PTransform<PCollection<TermBatch>, PCollection<KV<Integer, SearchResult>>> {
    private static final long serialVersionUID = 1L;

    private final LexicalPlan plan;

    private SearchTerms(LexicalPlan plan) {
        this.plan = plan;
    }

    /** Searches as the plan says; the terms must have been found for the plan's queries. */
    public static SearchTerms of(LexicalPlan plan) {
        return new SearchTerms(plan);
    }

    @Override
    public PCollection<KV<Integer, SearchResult>> expand(PCollection<TermBatch> terms) {
        PCollectionView<List<CorpusStatistics>> statistics = terms.apply(
                "Add up statistics",
                Combine.globally(new CountStatisticsFn(plan)).asSingletonView());
        return terms.apply(
                "Score", ParDo.of(new SearchTermsFn(plan, statistics)).withSideInputs(statistics));
    }
}
