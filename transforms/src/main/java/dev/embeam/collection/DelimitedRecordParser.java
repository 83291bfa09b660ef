package dev.embeam.collection;

import dev.embeam.collection.RecordValues.Kind;
import dev.embeam.schema.FailureReason;
import java.util.List;

/** Rows of CSV or TSV under a header. A row that is empty altogether is passed over. */
final class DelimitedRecordParser implements RecordParser {
    private final DelimitedRow row;
    private final int columns;
    private final int[] columnOfSlot;

    /** Rows with the columns of {@code header}, which has every name of {@code wanted} or else its fields are absent. */
    DelimitedRecordParser(char delimiter, List<String> header, List<String> wanted) {
        row = new DelimitedRow(delimiter);
        columns = header.size();
        columnOfSlot = wanted.stream().mapToInt(header::indexOf).toArray();
    }

    @Override
    public boolean parse(char[] chars, int length, RecordValues values) throws RecordException {
        if (length == 0) {
            return false;
        }
        values.clear();
        row.cut(chars, length);
        if (row.size() != columns) {
            throw new RecordException(
                    FailureReason.BROKEN_CSV, row.size() + " fields", columns + " fields, as in the header");
        }
        for (int slot = 0; slot < columnOfSlot.length; slot++) {
            int column = columnOfSlot[slot];
            if (column >= 0) {
                values.set(slot, Kind.STRING, row.chars(column), row.from(column), row.length(column));
            }
        }
        return true;
    }
}
