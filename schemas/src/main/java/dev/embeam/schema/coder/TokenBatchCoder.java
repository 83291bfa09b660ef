package dev.embeam.schema.coder;

import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.TokenBatch;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.BitSet;

/** Codes a {@link TokenBatch}. */
public final class TokenBatchCoder extends RecordCoder<TokenBatch> {
    private static final long serialVersionUID = 1L;
    private static final TokenBatchCoder INSTANCE = new TokenBatchCoder();

    private TokenBatchCoder() {
        super(TokenBatch.class);
    }

    /** The coder. */
    public static TokenBatchCoder of() {
        return INSTANCE;
    }

    @Override
    void write(TokenBatch batch, DataOutputStream out) throws IOException {
        DocumentKeysCoder.of().write(batch.keys(), out);
        EncodingCountsCoder.of().write(batch.counts(), out);
        ArrayCoding.writeInts(batch.offsets(), batch.offsets().length, out);
        ArrayCoding.writeInts(batch.ids(), batch.offsets()[batch.size()], out);
        ArrayCoding.writeLongs(batch.truncated().toLongArray(), out);
    }

    @Override
    TokenBatch read(DataInputStream in) throws IOException {
        DocumentKeys keys = DocumentKeysCoder.of().read(in);
        EncodingCounts counts = EncodingCountsCoder.of().read(in);
        int[] offsets = ArrayCoding.readInts(in);
        int[] ids = ArrayCoding.readInts(in);
        BitSet truncated = BitSet.valueOf(ArrayCoding.readLongs(in));
        return new TokenBatch(keys, ids, offsets, truncated, counts);
    }
}
