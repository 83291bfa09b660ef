package dev.embeam.report;

import java.util.List;

/** A table as HTML, with heads that sort it. */
final class HtmlTable {
    private HtmlTable() {}

    /**
     * The table.
     *
     * @param caption what it holds, for those who cannot see it
     * @param sorted the column by which the rows stand in descending order; -1 for none
     */
    static String of(Table table, String caption, int sorted) {
        StringBuilder html = new StringBuilder("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(Markup.escape(caption))
                .append("\"><table><caption>")
                .append(Markup.escape(caption))
                .append("</caption>\n<thead><tr>");
        for (int i = 0; i < table.columns().size(); i++) {
            Table.Column column = table.columns().get(i);
            html.append("<th scope=\"col\"")
                    .append(column.numeric() ? " class=\"n\"" : "")
                    .append(i == sorted ? " aria-sort=\"descending\"" : "")
                    .append("><button type=\"button\">")
                    // A long name may break after its underscores.
                    .append(Markup.escape(column.name()).replace("_", "_<wbr>"))
                    .append("</button></th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (List<Cell> row : table.rows()) {
            html.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                cell(row.get(i), i == 0, table.columns().get(i).numeric(), html);
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    private static void cell(Cell cell, boolean head, boolean numeric, StringBuilder html) {
        html.append(head ? "<th scope=\"row\"" : "<td").append(style(cell, numeric));
        if (!Double.isNaN(cell.order())) {
            html.append(" data-v=\"").append(cell.order()).append('"');
        }
        if (!cell.hint().isEmpty()) {
            html.append(" title=\"").append(Markup.escape(cell.hint())).append('"');
        }
        html.append('>').append(text(cell));
        if (!cell.detail().isEmpty()) {
            html.append(" <small>").append(Markup.escape(cell.detail())).append("</small>");
        }
        html.append(head ? "</th>" : "</td>");
    }

    private static String text(Cell cell) {
        String text = Markup.escape(cell.text());
        return switch (cell.mark()) {
            case NONE -> text;
            case BEST -> "<b>" + text + "</b>";
            case LEVEL -> "<i>" + text + "</i>";
        };
    }

    private static String style(Cell cell, boolean numeric) {
        String mark = switch (cell.mark()) {
            case NONE -> "";
            case BEST -> "best";
            case LEVEL -> "level";
        };
        String style = ((numeric ? "n " : "") + mark).strip();
        return style.isEmpty() ? "" : " class=\"" + style + "\"";
    }
}
