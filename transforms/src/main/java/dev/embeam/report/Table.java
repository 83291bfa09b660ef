package dev.embeam.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table, whatever it is set in.
 *
 * @param columns its heads
 * @param rows as many cells as there are heads; the first cell of a row names it
 */
record Table(List<Column> columns, List<List<Cell>> rows) {
    /**
     * A column.
     *
     * @param name its head
     * @param numeric whether it holds numbers
     */
    record Column(String name, boolean numeric) {}

    Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row has " + row.size() + " cells; expected " + columns.size() + ", as many as columns");
            }
        }
    }

    /** The same without the columns in which no cell says anything. */
    Table withoutEmptyColumns() {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            if (rows.stream().anyMatch(row -> !row.get(column).text().isEmpty())) {
                kept.add(i);
            }
        }
        return new Table(
                kept.stream().map(columns::get).toList(),
                rows.stream().map(row -> kept.stream().map(row::get).toList()).toList());
    }

    /** The same with the highest number of every column from this one on, before that one, marked. */
    Table withBest(int from, int before) {
        List<List<Cell>> marked = new ArrayList<>();
        for (List<Cell> row : rows) {
            List<Cell> cells = new ArrayList<>(row);
            for (int i = from; i < before; i++) {
                if (row.get(i).order() == highest(i)) {
                    cells.set(i, row.get(i).with(Cell.Mark.BEST));
                }
            }
            marked.add(cells);
        }
        return new Table(columns, marked);
    }

    private double highest(int column) {
        return rows.stream()
                .mapToDouble(row -> row.get(column).order())
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN);
    }
}
