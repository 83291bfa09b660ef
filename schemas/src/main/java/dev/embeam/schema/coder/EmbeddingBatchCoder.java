package dev.embeam.schema.coder;

import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.EncodingCounts;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Codes an {@link EmbeddingBatch}. */
public final class EmbeddingBatchCoder extends RecordCoder<EmbeddingBatch> {
    private static final long serialVersionUID = 1L;
    private static final EmbeddingBatchCoder INSTANCE = new EmbeddingBatchCoder();

    private EmbeddingBatchCoder() {
        super(EmbeddingBatch.class);
    }

    /** The coder. */
    public static EmbeddingBatchCoder of() {
        return INSTANCE;
    }

    @Override
    void write(EmbeddingBatch batch, DataOutputStream out) throws IOException {
        DocumentKeysCoder.of().write(batch.keys(), out);
        EncodingCountsCoder.of().write(batch.counts(), out);
        out.writeInt(batch.dim());
        ArrayCoding.writeFloats(batch.vectors(), out);
    }

    @Override
    EmbeddingBatch read(DataInputStream in) throws IOException {
        DocumentKeys keys = DocumentKeysCoder.of().read(in);
        EncodingCounts counts = EncodingCountsCoder.of().read(in);
        int dim = in.readInt();
        return new EmbeddingBatch(keys, dim, ArrayCoding.readFloats(in), counts);
    }
}
