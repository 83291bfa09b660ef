package dev.embeam.report;

import java.util.stream.Collectors;

/** A table in GitHub's Markdown: the best bold, those level with it followed by {@code =}. */
final class MarkdownTable {
    private MarkdownTable() {}

    static String of(Table table) {
        StringBuilder text = new StringBuilder();
        text.append(table.columns().stream()
                .map(column -> escape(column.name()))
                .collect(Collectors.joining(" | ", "| ", " |\n")));
        text.append(table.columns().stream()
                .map(column -> column.numeric() ? "---:" : "---")
                .collect(Collectors.joining(" | ", "| ", " |\n")));
        table.rows()
                .forEach(row -> text.append(
                        row.stream().map(MarkdownTable::cell).collect(Collectors.joining(" | ", "| ", " |\n"))));
        return text.toString();
    }

    private static String cell(Cell cell) {
        String text = escape(cell.text());
        String detail = cell.detail().isEmpty() ? "" : " " + escape(cell.detail());
        return switch (cell.mark()) {
            case NONE -> text + detail;
            case BEST -> "**" + text + "**" + detail;
            case LEVEL -> text + " =" + detail;
        };
    }

    /** The text such that Markdown shows it as it is, on one line. */
    static String escape(String text) {
        return text.replaceAll("([\\\\|<*`\\[\\]&])", "\\\\$1").replaceAll("\\s+", " ");
    }
}
