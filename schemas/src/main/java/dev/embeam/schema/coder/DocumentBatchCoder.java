package dev.embeam.schema.coder;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.DocumentKeys;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Codes a {@link DocumentBatch}. */
public final class DocumentBatchCoder extends RecordCoder<DocumentBatch> {
    private static final long serialVersionUID = 1L;
    private static final DocumentBatchCoder INSTANCE = new DocumentBatchCoder();

    private DocumentBatchCoder() {
        super(DocumentBatch.class);
    }

    /** The coder. */
    public static DocumentBatchCoder of() {
        return INSTANCE;
    }

    @Override
    void write(DocumentBatch batch, DataOutputStream out) throws IOException {
        DocumentKeysCoder.of().write(batch.keys(), out);
        TextColumnCoder.of().write(batch.texts(), out);
    }

    @Override
    DocumentBatch read(DataInputStream in) throws IOException {
        DocumentKeys keys = DocumentKeysCoder.of().read(in);
        return new DocumentBatch(keys, TextColumnCoder.of().read(in));
    }
}
