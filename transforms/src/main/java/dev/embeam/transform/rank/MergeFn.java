package dev.embeam.transform.rank;

import dev.embeam.schema.SearchResult;
import dev.embeam.search.SearchResults;
import org.apache.beam.sdk.transforms.Combine;

/** Puts together what was found in parts of a collection. */
final class MergeFn extends Combine.BinaryCombineFn<SearchResult> {
    private static final long serialVersionUID = 1L;

    private final int depth;

    MergeFn(int depth) {
        this.depth = depth;
    }

    @Override
    public SearchResult apply(SearchResult left, SearchResult right) {
        return SearchResults.merge(left, right, depth);
    }
}
