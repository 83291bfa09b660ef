package dev.embeam.schema.coder;

import dev.embeam.schema.SearchCounts;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Codes {@link SearchCounts}. */
public final class SearchCountsCoder extends RecordCoder<SearchCounts> {
    private static final long serialVersionUID = 1L;
    private static final SearchCountsCoder INSTANCE = new SearchCountsCoder();

    private SearchCountsCoder() {
        super(SearchCounts.class);
    }

    /** The coder. */
    public static SearchCountsCoder of() {
        return INSTANCE;
    }

    @Override
    void write(SearchCounts counts, DataOutputStream out) throws IOException {
        out.writeLong(counts.documents());
        out.writeLong(counts.zeroVectors());
        out.writeLong(counts.notFinite());
        out.writeLong(counts.repeatedIds());
        out.writeLong(counts.failedRecords());
        out.writeLong(counts.encodedTexts());
        out.writeLong(counts.encodeNanos());
        out.writeLong(counts.searchNanos());
    }

    @Override
    SearchCounts read(DataInputStream in) throws IOException {
        return new SearchCounts(
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong());
    }
}
