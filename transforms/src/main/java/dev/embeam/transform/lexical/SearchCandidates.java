package dev.embeam.transform.lexical;

import dev.embeam.lexical.CandidatePlan;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.SearchResult;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Scores the candidates of every query by BM25, each query with its own candidates for a collection. Documents stream by, and
 * only candidates are analysed; what crosses the shuffle is their terms, once for every query that names them: the counts of
 * the query's terms, and for variant OKAPI eight bytes for each different term of the document.
 *
 * <p>Queries are scored in {@value #BLOCKS} blocks, each of which is held in memory at once. The output has the index of the
 * plan's system and what was found, once for each block that any document belongs to, and what was counted, once for each
 * bundle of documents; {@link
 * dev.embeam.search.SearchResults#merge} of all is the answer.
 */
public final class SearchCandidates
        extends PTransform<PCollection<DocumentBatch>, PCollection<KV<Integer, SearchResult>>> {
    private static final long serialVersionUID = 1L;
    private static final int BLOCKS = 32;

    private final CandidatePlan plan;

    private SearchCandidates(CandidatePlan plan) {
        this.plan = plan;
    }

    /** Scores as the plan says. */
    public static SearchCandidates of(CandidatePlan plan) {
        return new SearchCandidates(plan);
    }

    @Override
    public PCollection<KV<Integer, SearchResult>> expand(PCollection<DocumentBatch> documents) {
        PCollectionTuple analysed = documents.apply(
                "Find candidates",
                ParDo.of(new AnalyzeCandidatesFn(plan, BLOCKS))
                        .withOutputTags(AnalyzeCandidatesFn.TERMS, TupleTagList.of(AnalyzeCandidatesFn.COUNTS)));
        PCollection<KV<Integer, SearchResult>> found = analysed.get(AnalyzeCandidatesFn.TERMS)
                .setCoder(KvCoder.of(VarIntCoder.of(), LexicalCoders.CANDIDATE_TERMS))
                .apply("Gather by query", GroupByKey.create())
                .apply("Score", ParDo.of(new SearchCandidatesFn(plan)));
        return PCollectionList.of(found)
                .and(analysed.get(AnalyzeCandidatesFn.COUNTS))
                .apply("Found and counted", Flatten.pCollections());
    }
}
