package dev.embeam.schema.coder;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.TextColumn;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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
        out.writeInt(batch.failures().size());
        for (FailedRecord failure : batch.failures()) {
            FailedRecordCoder.of().write(failure, out);
        }
    }

    @Override
    DocumentBatch read(DataInputStream in) throws IOException {
        DocumentKeys keys = DocumentKeysCoder.of().read(in);
        TextColumn texts = TextColumnCoder.of().read(in);
        int count = in.readInt();
        List<FailedRecord> failures = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            failures.add(FailedRecordCoder.of().read(in));
        }
        return new DocumentBatch(keys, texts, failures);
    }
}
