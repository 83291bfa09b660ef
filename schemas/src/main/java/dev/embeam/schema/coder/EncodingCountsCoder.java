package dev.embeam.schema.coder;

import dev.embeam.schema.EncodingCounts;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Codes {@link EncodingCounts}. */
public final class EncodingCountsCoder extends RecordCoder<EncodingCounts> {
    private static final long serialVersionUID = 1L;
    private static final EncodingCountsCoder INSTANCE = new EncodingCountsCoder();

    private EncodingCountsCoder() {
        super(EncodingCounts.class);
    }

    /** The coder. */
    public static EncodingCountsCoder of() {
        return INSTANCE;
    }

    @Override
    void write(EncodingCounts counts, DataOutputStream out) throws IOException {
        out.writeLong(counts.documents());
        out.writeLong(counts.tokens());
        out.writeLong(counts.unknownTokens());
        out.writeLong(counts.emptyTexts());
        out.writeLong(counts.truncatedTexts());
    }

    @Override
    EncodingCounts read(DataInputStream in) throws IOException {
        return new EncodingCounts(in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }
}
