package dev.embeam.report;

import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.Warning;
import java.util.ArrayList;
import java.util.List;

/** The report of one evaluation for a terminal: plain text, at most {@value #WIDTH} columns wide. */
public final class TextReport {
    /** Most columns of a line; letters of Chinese, Japanese and Korean take two. */
    public static final int WIDTH = 100;

    private static final int GAP = 2;
    private static final int LONGEST_NAME = 58;

    private TextReport() {}

    /**
     * A table of systems, the main measure with its interval first and other measures as far as there is room, {@code *} at
     * the best and {@code =} at those level with it; warnings below.
     */
    public static String of(EvaluationReport report) {
        StringBuilder text = new StringBuilder();
        wrap(report.task().label() + " " + report.dataset() + ", " + Words.evaluation(report), "", text);
        text.append('\n');
        table(ScoreTables.dataset(report), text);
        if (report.systems().size() > 1) {
            wrap("* best; = level with the best (difference not significant at 0.05 after Holm)", "", text);
        }
        for (Warning warning : report.warnings()) {
            wrap("warning: " + Words.warning(warning), "  ", text);
        }
        return text.toString();
    }

    private static void table(Table table, StringBuilder text) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.columns().stream().map(Table.Column::name).toList());
        table.rows().forEach(row -> lines.add(row.stream().map(TextReport::cell).toList()));
        List<Integer> widths = widths(lines);
        for (List<String> line : lines) {
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < widths.size(); i++) {
                append(line.get(i), widths.get(i), table.columns().get(i).numeric(), out);
            }
            text.append(out.toString().stripTrailing()).append('\n');
        }
    }

    /** The widths of the columns that fit; the first and, where there is room, all that follow. */
    private static List<Integer> widths(List<List<String>> lines) {
        List<Integer> widths = new ArrayList<>();
        int total = 0;
        for (int i = 0; i < lines.get(0).size(); i++) {
            int column = i;
            int width = lines.stream()
                    .mapToInt(line -> TextWidth.of(line.get(column)))
                    .max()
                    .orElse(0);
            width = i == 0 ? Math.min(width, LONGEST_NAME) : width;
            total += width + (i == 0 ? 0 : GAP);
            if (total > WIDTH) {
                break;
            }
            widths.add(width);
        }
        return widths;
    }

    private static void append(String cell, int width, boolean right, StringBuilder out) {
        String shown = TextWidth.cutMiddle(cell, width);
        String padding = " ".repeat(width - TextWidth.of(shown));
        out.append(out.isEmpty() ? "" : " ".repeat(GAP)).append(right ? padding + shown : shown + padding);
    }

    private static String cell(Cell cell) {
        String mark = switch (cell.mark()) {
            case NONE -> "";
            case BEST -> "* ";
            case LEVEL -> "= ";
        };
        return mark + cell.text() + (cell.detail().isEmpty() ? "" : " " + cell.detail());
    }

    private static void wrap(String sentence, String indent, StringBuilder text) {
        int column = 0;
        for (String word : sentence.split("\\s+", -1)) {
            int width = TextWidth.of(word);
            if (column > 0 && column + 1 + width > WIDTH) {
                text.append('\n').append(indent);
                column = indent.length();
            } else if (column > 0) {
                text.append(' ');
                column++;
            }
            String shown = TextWidth.cut(word, WIDTH - column);
            text.append(shown);
            column += TextWidth.of(shown);
        }
        text.append('\n');
    }
}
