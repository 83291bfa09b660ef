package dev.embeam.transform.rank;

import dev.embeam.schema.SearchResult;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Puts together what each system found in parts of a collection: one result a system, which does not depend on how the
 * collection was cut.
 */
public final class MergeResults
        extends PTransform<PCollection<KV<Integer, SearchResult>>, PCollection<KV<Integer, SearchResult>>> {
    private static final long serialVersionUID = 1L;

    private final int depth;

    private MergeResults(int depth) {
        this.depth = depth;
    }

    /** Keeps this many hits of a query, the same number that the parts were searched with. */
    public static MergeResults of(int depth) {
        return new MergeResults(depth);
    }

    @Override
    public PCollection<KV<Integer, SearchResult>> expand(PCollection<KV<Integer, SearchResult>> parts) {
        return parts.apply("Merge", Combine.perKey(new MergeFn(depth)));
    }
}
