package dev.embeam.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Compact models by size and by how near they come to what they were made of: a table as Markdown, and a page of HTML with the
 * table and a plot.
 *
 * @param title of the page
 * @param summary what was tried, and what to take
 * @param columns what {@link Row#values} are
 * @param rows all that was tried
 */
public record FrontReport(String title, List<String> summary, List<String> columns, List<Row> rows) {
    private static final double MEGABYTE = 1e6;
    private static final Plot.X SIZE = new Plot.X("megabytes of the file", Numbers::quantity);

    /** Keeps the lists as they are. */
    public FrontReport {
        summary = List.copyOf(summary);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One compact model.
     *
     * @param name of its recipe
     * @param family those of one family are joined in the plot
     * @param bytes of its file
     * @param nearness what the front is about
     * @param front whether no other is smaller and nearer
     * @param values of the columns; NaN for none
     */
    public record Row(String name, String family, long bytes, double nearness, boolean front, List<Double> values) {
        /** Keeps the list as it is. */
        public Row {
            values = List.copyOf(values);
        }
    }

    /** The table, the front marked by bold nearness. */
    public String markdown() {
        return "# " + MarkdownTable.escape(title) + "\n\n"
                + String.join("\n", summary.stream().map(MarkdownTable::escape).toList())
                + "\n\n" + MarkdownTable.of(table());
    }

    /** The page, which needs nothing beside it. */
    public String html() {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
        page.append(Markup.escape(title)).append("</title>\n<style>\n").append(resource("report.css"));
        page.append("</style>\n</head>\n<body>\n<header>\n<h1>").append(Markup.escape(title)).append("</h1>\n");
        summary.forEach(line -> page.append("<p>").append(Markup.escape(line)).append("</p>\n"));
        page.append("</header>\n<main>\n<section>\n");
        plot().ifPresent(plot -> page.append("<div class=\"figures\">\n<figure><figcaption>")
                .append(Markup.escape(plot.title()))
                .append("</figcaption>")
                .append(LinePlot.of(plot))
                .append("</figure>\n</div>\n"));
        page.append(HtmlTable.of(table(), "All that was tried", -1)).append("</section>\n</main>\n<script>\n");
        return page.append(resource("report.js")).append("</script>\n</body>\n</html>\n").toString();
    }

    private Optional<Plot> plot() {
        Map<String, List<Plot.Point>> families = new LinkedHashMap<>();
        families.put("front", points(rows.stream().filter(Row::front).toList()));
        for (Row row : rows) {
            families.computeIfAbsent(
                    row.family(),
                    family -> points(rows.stream()
                            .filter(other -> other.family().equals(family))
                            .toList()));
        }
        List<Plot.Series> series = new ArrayList<>();
        families.forEach(
                (family, points) -> series.add(new Plot.Series(family, series.size() % Mark.COUNT, points)));
        return Plot.of("Mean cosine to the original by size", SIZE, Plot.Y.SCORE, series, List.of());
    }

    private static List<Plot.Point> points(List<Row> rows) {
        return rows.stream()
                .sorted(Comparator.comparingLong(Row::bytes))
                .map(row -> Plot.Point.exact(row.bytes() / MEGABYTE, row.nearness()))
                .toList();
    }

    private Table table() {
        List<Table.Column> heads = new ArrayList<>();
        heads.add(new Table.Column("recipe", false));
        heads.add(new Table.Column("front", false));
        heads.add(new Table.Column("MB", true));
        columns.forEach(column -> heads.add(new Table.Column(column, true)));
        return new Table(heads, rows.stream().map(FrontReport::cells).toList());
    }

    private static List<Cell> cells(Row row) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(row.name()));
        cells.add(Cell.text(row.front() ? "yes" : ""));
        cells.add(Cell.quantity(row.bytes() / MEGABYTE));
        for (double value : row.values()) {
            cells.add(Double.isNaN(value) ? Cell.EMPTY : number(value));
        }
        return cells;
    }

    /** Cosines and correlations have four decimals, other numbers three digits. */
    private static Cell number(double value) {
        return Math.abs(value) <= 1 ? Cell.number(value, Numbers.score(value)) : Cell.quantity(value);
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(FrontReport.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
