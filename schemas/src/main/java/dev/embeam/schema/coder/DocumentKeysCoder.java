package dev.embeam.schema.coder;

import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.IdBlock;
import dev.embeam.schema.TextColumn;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Codes {@link DocumentKeys}. */
public final class DocumentKeysCoder extends RecordCoder<DocumentKeys> {
    private static final long serialVersionUID = 1L;
    private static final DocumentKeysCoder INSTANCE = new DocumentKeysCoder();

    private DocumentKeysCoder() {
        super(DocumentKeys.class);
    }

    /** The coder. */
    public static DocumentKeysCoder of() {
        return INSTANCE;
    }

    @Override
    void write(DocumentKeys keys, DataOutputStream out) throws IOException {
        TextCoding.write(keys.file(), out);
        ArrayCoding.writeLongs(keys.positions(), out);
        TextColumnCoder.of().write(keys.ids(), out);
        out.writeInt(keys.kept().size());
        for (TextColumn column : keys.kept()) {
            TextColumnCoder.of().write(column, out);
        }
        out.writeInt(keys.failures().size());
        for (FailedRecord failure : keys.failures()) {
            FailedRecordCoder.of().write(failure, out);
        }
        out.writeInt(keys.seen().size());
        for (IdBlock block : keys.seen()) {
            IdBlockCoder.of().write(block, out);
        }
    }

    @Override
    DocumentKeys read(DataInputStream in) throws IOException {
        String file = TextCoding.read(in);
        long[] positions = ArrayCoding.readLongs(in);
        TextColumn ids = TextColumnCoder.of().read(in);
        int fields = in.readInt();
        List<TextColumn> kept = new ArrayList<>(fields);
        for (int i = 0; i < fields; i++) {
            kept.add(TextColumnCoder.of().read(in));
        }
        return new DocumentKeys(file, positions, ids, kept, readFailures(in), readSeen(in));
    }

    private static List<IdBlock> readSeen(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<IdBlock> seen = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            seen.add(IdBlockCoder.of().read(in));
        }
        return seen;
    }

    private static List<FailedRecord> readFailures(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<FailedRecord> failures = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            failures.add(FailedRecordCoder.of().read(in));
        }
        return failures;
    }
}
