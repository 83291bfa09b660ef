package dev.embeam.schema.coder;

import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.PredictionBatch;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Codes a {@link PredictionBatch}. */
public final class PredictionBatchCoder extends RecordCoder<PredictionBatch> {
    private static final long serialVersionUID = 1L;
    private static final PredictionBatchCoder INSTANCE = new PredictionBatchCoder();

    private PredictionBatchCoder() {
        super(PredictionBatch.class);
    }

    /** The coder. */
    public static PredictionBatchCoder of() {
        return INSTANCE;
    }

    @Override
    void write(PredictionBatch batch, DataOutputStream out) throws IOException {
        DocumentKeysCoder.of().write(batch.keys(), out);
        ArrayCoding.writeInts(batch.offsets(), batch.offsets().length, out);
        ArrayCoding.writeInts(batch.labels(), batch.labels().length, out);
        ArrayCoding.writeFloats(batch.probabilities(), out);
        out.write(batch.stages());
    }

    @Override
    PredictionBatch read(DataInputStream in) throws IOException {
        DocumentKeys keys = DocumentKeysCoder.of().read(in);
        int[] offsets = ArrayCoding.readInts(in);
        int[] labels = ArrayCoding.readInts(in);
        float[] probabilities = ArrayCoding.readFloats(in);
        byte[] stages = new byte[keys.size()];
        in.readFully(stages);
        return new PredictionBatch(keys, offsets, labels, probabilities, stages);
    }
}
