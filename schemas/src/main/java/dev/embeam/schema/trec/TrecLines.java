package dev.embeam.schema.trec;

import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.Warning;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads lines of columns that stand between white space; empty lines are passed over. */
final class TrecLines {
    private static final int EXAMPLES = 3;
    private static final String WHITE_SPACE = "[ \\t]+";

    private TrecLines() {}

    /** Takes one line's columns. */
    interface Row {
        /**
         * Called for every line that is not empty.
         *
         * @param columns as many as expected
         * @param where the line, for messages
         */
        void accept(String[] columns, String where);
    }

    static void read(InputStream in, String source, int columns, String expected, Row row) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (!line.isBlank()) {
                row.accept(columns(line.strip(), columns, source, where(number), expected), where(number));
            }
        }
    }

    private static String where(int number) {
        return "line " + number;
    }

    private static String[] columns(String line, int count, String source, String where, String expected) {
        String[] columns = line.split(WHITE_SPACE, -1);
        if (columns.length != count) {
            throw new CorruptDataException(
                    source,
                    where,
                    columns.length + " columns",
                    count + " columns with white space between: " + expected);
        }
        return columns;
    }

    /** The number that a column holds. */
    static double number(String text, String source, String where) {
        double number = parse(text);
        if (Double.isNaN(number)) {
            throw new CorruptDataException(source, where, "score \"" + text + "\"", "a number");
        }
        return number;
    }

    /** An id as a column: white space, which would end it, becomes an underscore. */
    static String column(String text) {
        return text.replaceAll("\\s", "_");
    }

    /** Adds a warning about queries, where there are any. */
    static void warn(List<Warning> warnings, String source, String kind, List<String> ids, String what) {
        if (!ids.isEmpty()) {
            String examples = String.join(", ", ids.subList(0, Math.min(EXAMPLES, ids.size())));
            warnings.add(new Warning(kind, ids.size(), source + ": queries " + what + ": " + examples));
        }
    }

    private static double parse(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
