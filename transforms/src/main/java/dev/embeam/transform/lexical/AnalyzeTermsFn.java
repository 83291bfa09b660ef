package dev.embeam.transform.lexical;

import dev.embeam.lexical.QueryTerms;
import dev.embeam.lexical.TermBatch;
import dev.embeam.lexical.TermCounting;
import dev.embeam.schema.DocumentBatch;
import java.util.Arrays;
import java.util.Objects;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.jspecify.annotations.Nullable;

/** Finds the queries' terms in the documents of a batch. */
final class AnalyzeTermsFn extends DoFn<DocumentBatch, TermBatch> {
    private static final long serialVersionUID = 1L;

    private final Counter documents = Metrics.counter(AnalyzeTerms.class, "documents_analysed");
    private final Counter terms = Metrics.counter(AnalyzeTerms.class, "terms");
    private final QueryTerms queries;
    private transient @Nullable TermCounting counting;

    AnalyzeTermsFn(QueryTerms queries) {
        this.queries = queries;
    }

    /** Makes an analyser. */
    @Setup
    public void setup() {
        counting = new TermCounting(queries);
    }

    /** One batch to one batch. */
    @ProcessElement
    public void process(@Element DocumentBatch batch, OutputReceiver<TermBatch> out) {
        TermBatch found = Objects.requireNonNull(counting).count(batch);
        documents.inc(found.size());
        terms.inc(Arrays.stream(found.lengths()).asLongStream().sum());
        out.output(found);
    }
}
