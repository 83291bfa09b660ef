package dev.embeam.collection;

import dev.embeam.schema.FailureReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A row of CSV, cut into its fields after RFC 4180: a field that starts with a quote ends at the next quote that is not one
 * of two, and two stand for one. Everything else is taken as it stands, spaces and quotes inside of an unquoted field
 * included. One object serves all rows; its fields last until the next.
 */
final class DelimitedRow {
    private static final String EXPECTED = "a row as in RFC 4180";

    private final char delimiter;
    private int size;
    private char[][] chars = new char[16][];
    private int[] from = new int[16];
    private int[] length = new int[16];
    private char[] unquoted = new char[0];
    private int unquotedLength;

    DelimitedRow(char delimiter) {
        this.delimiter = delimiter;
    }

    /** Cuts the row in {@code row}, 0 to {@code end}. */
    void cut(char[] row, int end) throws RecordException {
        size = 0;
        unquotedLength = 0;
        if (unquoted.length < end) {
            unquoted = new char[row.length];
        }
        int at = 0;
        while (at <= end) {
            at = 1 + (at < end && row[at] == '"' ? cutQuoted(row, at + 1, end) : cutPlain(row, at, end));
        }
    }

    /** Number of fields. */
    int size() {
        return size;
    }

    char[] chars(int field) {
        return chars[field];
    }

    int from(int field) {
        return from[field];
    }

    int length(int field) {
        return length[field];
    }

    /** The fields as strings. */
    List<String> strings() {
        List<String> strings = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            strings.add(new String(chars[i], from[i], length[i]));
        }
        return strings;
    }

    private int cutPlain(char[] row, int start, int end) {
        int at = start;
        while (at < end && row[at] != delimiter) {
            at++;
        }
        add(row, start, at - start);
        return at;
    }

    private int cutQuoted(char[] row, int start, int end) throws RecordException {
        int quote = nextQuote(row, start, end);
        if (quote + 1 < end && row[quote + 1] == '"') {
            return cutEscaped(row, start, end);
        }
        add(row, start, quote - start);
        return afterQuote(row, quote, end);
    }

    private int cutEscaped(char[] row, int start, int end) throws RecordException {
        int target = unquotedLength;
        int at = start;
        while (true) {
            int quote = nextQuote(row, at, end);
            boolean escaped = quote + 1 < end && row[quote + 1] == '"';
            int count = quote - at + (escaped ? 1 : 0);
            System.arraycopy(row, at, unquoted, unquotedLength, count);
            unquotedLength += count;
            if (!escaped) {
                add(unquoted, target, unquotedLength - target);
                return afterQuote(row, quote, end);
            }
            at = quote + 2;
        }
    }

    private static int nextQuote(char[] row, int start, int end) throws RecordException {
        for (int i = start; i < end; i++) {
            if (row[i] == '"') {
                return i;
            }
        }
        throw new RecordException(FailureReason.BROKEN_CSV, "a quote that is never closed", EXPECTED);
    }

    private int afterQuote(char[] row, int quote, int end) throws RecordException {
        if (quote + 1 < end && row[quote + 1] != delimiter) {
            throw new RecordException(FailureReason.BROKEN_CSV, "text behind the closing quote of a field", EXPECTED);
        }
        return quote + 1;
    }

    private void add(char[] source, int start, int count) {
        if (size == chars.length) {
            chars = Arrays.copyOf(chars, 2 * size);
            from = Arrays.copyOf(from, 2 * size);
            length = Arrays.copyOf(length, 2 * size);
        }
        chars[size] = source;
        from[size] = start;
        length[size] = count;
        size++;
    }
}
