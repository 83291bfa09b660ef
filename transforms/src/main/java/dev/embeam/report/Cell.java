package dev.embeam.report;

/**
 * One cell of a table.
 *
 * @param text what it says; empty for nothing to say
 * @param detail less important, beside or below it
 * @param order what the column sorts by: NaN, for texts and empty cells, sorts by the text
 * @param mark how it stands in its column
 * @param hint the whole story, where there is room for it
 */
record Cell(String text, String detail, double order, Mark mark, String hint) {
    /** How a score stands in its column. */
    enum Mark {
        /** As any other. */
        NONE,
        /** The best. */
        BEST,
        /** Not worse than the best by more than chance. */
        LEVEL
    }

    static final Cell EMPTY = text("");

    static Cell text(String text) {
        return new Cell(text, "", Double.NaN, Mark.NONE, "");
    }

    static Cell number(double value, String text) {
        return new Cell(text, "", value, Mark.NONE, "");
    }

    static Cell quantity(double value) {
        return number(value, Numbers.quantity(value));
    }

    static Cell score(Estimate score) {
        return new Cell(
                Numbers.score(score.value()),
                Numbers.margin(score.confidence()),
                score.value(),
                Mark.NONE,
                "95 % interval " + Numbers.range(score.confidence()));
    }

    /** Whether it says anything. */
    boolean filled() {
        return !text.isEmpty();
    }

    Cell with(Mark other) {
        return new Cell(text, detail, order, other, hint);
    }
}
