package dev.embeam.transform.lexical;

import dev.embeam.lexical.QueryTerms;
import dev.embeam.lexical.TermBatch;
import dev.embeam.schema.DocumentBatch;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Finds the queries' terms in documents: one {@link TermBatch} for every {@link DocumentBatch}. Analysis is what BM25 costs
 * most, so it is done once, and what is kept of a document is small. What a text gives depends on the text and the queries
 * alone, not on batch, bundle or worker.
 *
 * <p>Counters: {@code documents_analysed}, {@code terms}.
 */
public final class AnalyzeTerms extends PTransform<PCollection<DocumentBatch>, PCollection<TermBatch>> {
    private static final long serialVersionUID = 1L;

    private final QueryTerms queries;

    private AnalyzeTerms(QueryTerms queries) {
        this.queries = queries;
    }

    /** Keeps the terms of these queries. */
    public static AnalyzeTerms of(QueryTerms queries) {
        return new AnalyzeTerms(queries);
    }

    @Override
    public PCollection<TermBatch> expand(PCollection<DocumentBatch> documents) {
        return documents
                .apply("Find terms", ParDo.of(new AnalyzeTermsFn(queries)))
                .setCoder(LexicalCoders.TERM_BATCH);
    }
}
