package dev.embeam.pipeline.launch;

import java.util.ArrayList;
import java.util.List;

/** Rows of aligned columns: numbers to the right, all else to the left; the first row is the heading. */
public final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row, of as many cells as every other. */
    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(column == 0 ? "" : "  ").append(padded(row.get(column), column));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private String padded(String cell, int column) {
        String space = " ".repeat(width(column) - cell.length());
        return isNumeric(column) ? space + cell : cell + space;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    /** Judged by all rows but the heading. */
    private boolean isNumeric(int column) {
        return rows.stream().skip(1).allMatch(row -> row.get(column).matches("[-+]?[0-9,.]*"));
    }
}
