package dev.embeam.schema.coder;

import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.VariantBatch;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Codes a {@link VariantBatch}. */
public final class VariantBatchCoder extends RecordCoder<VariantBatch> {
    private static final long serialVersionUID = 1L;
    private static final VariantBatchCoder INSTANCE = new VariantBatchCoder();

    private VariantBatchCoder() {
        super(VariantBatch.class);
    }

    /** The coder. */
    public static VariantBatchCoder of() {
        return INSTANCE;
    }

    @Override
    void write(VariantBatch batch, DataOutputStream out) throws IOException {
        out.writeInt(batch.variant());
        EmbeddingBatchCoder.of().write(batch.batch(), out);
        out.writeLong(batch.encodeNanos());
    }

    @Override
    VariantBatch read(DataInputStream in) throws IOException {
        int variant = in.readInt();
        EmbeddingBatch batch = EmbeddingBatchCoder.of().read(in);
        return new VariantBatch(variant, batch, in.readLong());
    }
}
