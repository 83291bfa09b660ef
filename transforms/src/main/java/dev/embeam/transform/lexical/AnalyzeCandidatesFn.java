package dev.embeam.transform.lexical;

import dev.embeam.lexical.CandidateCounting;
import dev.embeam.lexical.CandidatePlan;
import dev.embeam.lexical.CandidateTerms;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.SearchResult;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.jspecify.annotations.Nullable;

/** Finds the candidates among the documents of a batch and gives their terms by block of queries, and counts what it met. */
final class AnalyzeCandidatesFn extends DoFn<DocumentBatch, KV<Integer, CandidateTerms>> {
    static final TupleTag<KV<Integer, CandidateTerms>> TERMS = new TupleTag<>("terms") {};
    static final TupleTag<KV<Integer, SearchResult>> COUNTS = new TupleTag<>("counts") {};

    private static final long serialVersionUID = 1L;

    private final CandidatePlan plan;
    private final int blocks;
    private transient @Nullable CandidateCounting counting;

    AnalyzeCandidatesFn(CandidatePlan plan, int blocks) {
        this.plan = plan;
        this.blocks = blocks;
    }

    /** Makes an analyser. */
    @Setup
    public void setup() {
        counting = new CandidateCounting(plan);
    }

    /** The candidates of one batch, once for every query that names them. */
    @ProcessElement
    public void process(@Element DocumentBatch batch, OutputReceiver<KV<Integer, CandidateTerms>> out) {
        Objects.requireNonNull(counting)
                .count(batch, candidate -> out.output(KV.of(candidate.query() % blocks, candidate)));
    }

    /** What the bundle counted. */
    @FinishBundle
    public void finishBundle(FinishBundleContext context) {
        context.output(
                COUNTS,
                KV.of(plan.system(), Objects.requireNonNull(counting).takeCounts()),
                BoundedWindow.TIMESTAMP_MIN_VALUE,
                GlobalWindow.INSTANCE);
    }
}
