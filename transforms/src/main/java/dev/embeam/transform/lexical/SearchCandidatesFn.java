package dev.embeam.transform.lexical;

import dev.embeam.lexical.CandidatePlan;
import dev.embeam.lexical.CandidateSearch;
import dev.embeam.lexical.CandidateTerms;
import dev.embeam.schema.SearchResult;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Scores the candidates of a block of queries. */
final class SearchCandidatesFn extends DoFn<KV<Integer, Iterable<CandidateTerms>>, KV<Integer, SearchResult>> {
    private static final long serialVersionUID = 1L;

    private final CandidatePlan plan;

    SearchCandidatesFn(CandidatePlan plan) {
        this.plan = plan;
    }

    /** One block to one result. */
    @ProcessElement
    public void process(
            @Element KV<Integer, Iterable<CandidateTerms>> block, OutputReceiver<KV<Integer, SearchResult>> out) {
        CandidateSearch search = new CandidateSearch(plan);
        search.addAll(block.getValue());
        out.output(KV.of(plan.system(), search.result()));
    }
}
