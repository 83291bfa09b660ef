package dev.embeam.transform.lexical;

import dev.embeam.lexical.CandidateCounting;
import dev.embeam.lexical.CandidatePlan;
import dev.embeam.lexical.CandidateTerms;
import dev.embeam.schema.DocumentBatch;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/** Finds the candidates among the documents of a batch and gives their terms by block of queries. */
final class AnalyzeCandidatesFn extends DoFn<DocumentBatch, KV<Integer, CandidateTerms>> {
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
}
