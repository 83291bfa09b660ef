package dev.embeam.schema.coder;

import dev.embeam.schema.CollectionSummary;
import dev.embeam.schema.FailureReason;
import dev.embeam.schema.Histogram;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** Codes a {@link CollectionSummary}. */
public final class CollectionSummaryCoder extends RecordCoder<CollectionSummary> {
    private static final long serialVersionUID = 1L;
    private static final CollectionSummaryCoder INSTANCE = new CollectionSummaryCoder();

    private CollectionSummaryCoder() {
        super(CollectionSummary.class);
    }

    /** The coder. */
    public static CollectionSummaryCoder of() {
        return INSTANCE;
    }

    @Override
    void write(CollectionSummary summary, DataOutputStream out) throws IOException {
        out.writeLong(summary.documents());
        out.writeLong(summary.emptyTexts());
        out.writeLong(summary.characters());
        ArrayCoding.writeLongs(summary.textLengths().counts(), out);
        out.writeBoolean(summary.tokenized());
        out.writeLong(summary.tokens());
        out.writeLong(summary.unknownTokens());
        ArrayCoding.writeLongs(summary.tokenCounts().counts(), out);
        for (FailureReason reason : FailureReason.values()) {
            out.writeLong(summary.failures().getOrDefault(reason, 0L));
        }
    }

    @Override
    CollectionSummary read(DataInputStream in) throws IOException {
        return new CollectionSummary(
                in.readLong(),
                in.readLong(),
                in.readLong(),
                new Histogram(ArrayCoding.readLongs(in)),
                in.readBoolean(),
                in.readLong(),
                in.readLong(),
                new Histogram(ArrayCoding.readLongs(in)),
                readFailures(in));
    }

    private static Map<FailureReason, Long> readFailures(DataInputStream in) throws IOException {
        Map<FailureReason, Long> failures = new EnumMap<>(FailureReason.class);
        for (FailureReason reason : FailureReason.values()) {
            long count = in.readLong();
            if (count > 0) {
                failures.put(reason, count);
            }
        }
        return failures;
    }
}
