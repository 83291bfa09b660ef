package dev.embeam.schema.coder;

import dev.embeam.schema.RankingBlock;
import dev.embeam.schema.SearchResult;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Codes a {@link SearchResult}. */
public final class SearchResultCoder extends RecordCoder<SearchResult> {
    private static final long serialVersionUID = 1L;
    private static final SearchResultCoder INSTANCE = new SearchResultCoder();

    private SearchResultCoder() {
        super(SearchResult.class);
    }

    /** The coder. */
    public static SearchResultCoder of() {
        return INSTANCE;
    }

    @Override
    void write(SearchResult result, DataOutputStream out) throws IOException {
        RankingBlockCoder.of().write(result.hits(), out);
        RankingBlockCoder.of().write(result.judged(), out);
        SearchCountsCoder.of().write(result.counts(), out);
    }

    @Override
    SearchResult read(DataInputStream in) throws IOException {
        RankingBlock hits = RankingBlockCoder.of().read(in);
        RankingBlock judged = RankingBlockCoder.of().read(in);
        return new SearchResult(hits, judged, SearchCountsCoder.of().read(in));
    }
}
