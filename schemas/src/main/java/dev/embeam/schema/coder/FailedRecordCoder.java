package dev.embeam.schema.coder;

import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.FailureReason;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Codes a {@link FailedRecord}. */
public final class FailedRecordCoder extends RecordCoder<FailedRecord> {
    private static final long serialVersionUID = 1L;
    private static final FailedRecordCoder INSTANCE = new FailedRecordCoder();

    private FailedRecordCoder() {
        super(FailedRecord.class);
    }

    /** The coder. */
    public static FailedRecordCoder of() {
        return INSTANCE;
    }

    @Override
    void write(FailedRecord failure, DataOutputStream out) throws IOException {
        TextCoding.write(failure.file(), out);
        out.writeLong(failure.offset());
        out.writeLong(failure.line());
        TextCoding.write(failure.id(), out);
        TextCoding.write(failure.reason().name(), out);
        TextCoding.write(failure.actual(), out);
        TextCoding.write(failure.expected(), out);
    }

    @Override
    FailedRecord read(DataInputStream in) throws IOException {
        return new FailedRecord(
                TextCoding.read(in),
                in.readLong(),
                in.readLong(),
                TextCoding.read(in),
                FailureReason.valueOf(TextCoding.read(in)),
                TextCoding.read(in),
                TextCoding.read(in));
    }
}
