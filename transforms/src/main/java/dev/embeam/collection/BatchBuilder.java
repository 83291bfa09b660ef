package dev.embeam.collection;

import dev.embeam.collection.RecordValues.Kind;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.FailureReason;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.TextColumnBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns records into documents or failures and collects them until a batch is full: at {@value #MOST_RECORDS} records or
 * {@value #MOST_CODE_UNITS} code units of ids, texts and kept fields, whichever comes first. One longer text is a batch alone.
 */
final class BatchBuilder {
    static final int MOST_RECORDS = 512;
    static final int MOST_CODE_UNITS = 1 << 19;
    /** A failure is to say where to look, and not to carry a text that was put in the wrong field. */
    private static final int LONGEST_TOLD_ID = 1_000;

    private final CollectionFile file;
    private final FailureLimit limit;
    private final FieldRoles roles;
    private final RecordValues values;

    private final TextColumnBuilder ids = new TextColumnBuilder();
    private final TextColumnBuilder texts = new TextColumnBuilder();
    private final List<TextColumnBuilder> kept = new ArrayList<>();
    private final long[] positions = new long[MOST_RECORDS];
    private final List<FailedRecord> failures = new ArrayList<>();
    private char[] joined = new char[0];

    BatchBuilder(CollectionFile file, ReadSettings settings, FailureLimit limit) {
        this.file = file;
        this.limit = limit;
        roles = FieldRoles.of(file, settings);
        values = new RecordValues(roles.names());
        for (int i = 0; i < roles.kept().length; i++) {
            kept.add(new TextColumnBuilder());
        }
    }

    /** Where a parser puts the values of the next record. */
    RecordValues values() {
        return values;
    }

    boolean isFull() {
        return ids.size() + failures.size() >= MOST_RECORDS || codeUnits() >= MOST_CODE_UNITS;
    }

    /** Adds the record whose values were set: as a document, or as a failure if a field is not what it must be. */
    void add(long position, long line) {
        try {
            checkId();
            checkTexts();
        } catch (RecordException e) {
            fail(position, line, e);
            return;
        }
        positions[ids.size()] = position;
        if (roles.id() < 0) {
            ids.append(file.label() + ":" + (file.format() == InputFormat.PARQUET ? position + 1 : line));
        } else {
            append(roles.id(), ids);
        }
        appendTexts();
        for (int i = 0; i < kept.size(); i++) {
            append(roles.kept()[i], kept.get(i));
        }
    }

    /** Adds a failure of the record whose values were set. */
    void fail(long position, long line, RecordException failure) {
        boolean hasId = roles.id() >= 0 && isScalar(roles.id()) && values.length(roles.id()) <= LONGEST_TOLD_ID;
        fail(position, line, hasId ? values.string(roles.id()) : "", failure);
    }

    /** Adds a failure of a record that could not be parsed. */
    void fail(long position, long line, String id, RecordException failure) {
        FailedRecord failed = new FailedRecord(
                file.path(), position, line, id, failure.reason(), failure.actual(), failure.expected());
        failures.add(failed);
        limit.count(failed);
    }

    /** The batch, after which the builder is empty; null if there is nothing in it. */
    @Nullable
    DocumentBatch build() {
        if (ids.size() == 0 && failures.isEmpty()) {
            return null;
        }
        long[] starts = Arrays.copyOf(positions, ids.size());
        List<TextColumn> columns = kept.stream().map(TextColumnBuilder::build).toList();
        DocumentKeys keys = new DocumentKeys(file.path(), starts, ids.build(), columns, failures);
        failures.clear();
        return new DocumentBatch(keys, texts.build());
    }

    private long codeUnits() {
        long length = (long) ids.length() + texts.length();
        for (TextColumnBuilder column : kept) {
            length += column.length();
        }
        return length;
    }

    private void checkId() throws RecordException {
        if (roles.id() < 0) {
            return;
        }
        Kind kind = values.kind(roles.id());
        if (kind == Kind.NESTED) {
            throw new RecordException(
                    FailureReason.WRONG_TYPE,
                    quoted(roles.id()) + " is an object or a list",
                    "an id: text or a number");
        }
        if (kind == Kind.ABSENT || values.length(roles.id()) == 0) {
            throw new RecordException(
                    FailureReason.MISSING_FIELD,
                    quoted(roles.id()) + (kind == Kind.ABSENT ? " is not there" : " is empty"),
                    "an id in every record of a file that has ids");
        }
    }

    private void checkTexts() throws RecordException {
        boolean found = false;
        for (int slot : roles.texts()) {
            Kind kind = values.kind(slot);
            if (kind == Kind.SCALAR || kind == Kind.NESTED) {
                String actual = quoted(slot)
                        + (kind == Kind.SCALAR
                                ? " is no text but a number or truth value"
                                : " is no text but an object or a list");
                throw new RecordException(FailureReason.WRONG_TYPE, actual, "a string");
            }
            found |= kind == Kind.STRING;
        }
        if (!found) {
            String actual = roles.texts().length == 1
                    ? quoted(roles.texts()[0]) + " is not there"
                    : "none of the text fields is there";
            throw new RecordException(FailureReason.MISSING_FIELD, actual, "a text");
        }
    }

    private void appendTexts() {
        if (roles.texts().length == 1) {
            append(roles.texts()[0], texts);
            return;
        }
        int length = 0;
        for (int slot : roles.texts()) {
            if (values.kind(slot) == Kind.STRING) {
                length = join(slot, length);
            }
        }
        // Every text is followed by a space; the last one's goes.
        texts.append(joined, 0, length - 1);
    }

    private int join(int slot, int at) {
        int end = at + values.length(slot) + 1;
        if (joined.length < end) {
            joined = Arrays.copyOf(joined, Math.max(end, 2 * joined.length));
        }
        System.arraycopy(values.chars(slot), values.from(slot), joined, at, values.length(slot));
        joined[end - 1] = ' ';
        return end;
    }

    private void append(int slot, TextColumnBuilder column) {
        if (values.kind(slot) == Kind.ABSENT) {
            column.appendAbsent();
        } else {
            column.append(values.chars(slot), values.from(slot), values.length(slot));
        }
    }

    private boolean isScalar(int slot) {
        return values.kind(slot) == Kind.STRING || values.kind(slot) == Kind.SCALAR;
    }

    private String quoted(int slot) {
        return "field \"" + roles.names().get(slot) + "\"";
    }
}
