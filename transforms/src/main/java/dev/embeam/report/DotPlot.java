package dev.embeam.report;

import java.util.List;
import java.util.stream.DoubleStream;

/** Draws scores as dots with intervals, one row a system, as SVG. */
final class DotPlot {
    static final double WIDTH = 480;

    private static final double ROW = 24;
    private static final double TOP = 6;
    private static final double BOTTOM = 26;
    private static final double LETTER = 6.6;
    private static final int LONGEST_NAME = 26;
    private static final double VALUE = 52;
    private static final double TICK_DISTANCE = 40;

    /**
     * One row.
     *
     * @param name of the system
     * @param colour number of its colour
     * @param score its score
     */
    record Row(String name, int colour, Estimate score) {}

    private DotPlot() {}

    /**
     * The drawing.
     *
     * @param title what is scored, for those who cannot see it
     * @param rows from top to bottom, one or more
     */
    static String of(String title, List<Row> rows) {
        int longest = rows.stream()
                .mapToInt(row -> TextWidth.of(TextWidth.cut(row.name(), LONGEST_NAME)))
                .max()
                .orElse(0);
        double[] ends = rows.stream()
                .map(row -> row.score().confidence())
                .flatMapToDouble(interval -> DoubleStream.of(interval.low(), interval.high()))
                .toArray();
        Axis axis = Axis.linear(ends, longest * LETTER + 12, WIDTH - VALUE - 8);
        double bottom = TOP + ROW * rows.size();
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 " + Markup.at(WIDTH) + " "
                + Markup.at(bottom + BOTTOM) + "\" role=\"img\" aria-label=\"" + Markup.escape(title) + "\">");
        for (double tick : axis.ticks(TICK_DISTANCE)) {
            double x = axis.position(tick);
            svg.append(Markup.line(x, TOP, x, bottom, "grid"));
            svg.append(Markup.text(x, bottom + 17, "tick mid", axis.name(tick)));
        }
        for (int i = 0; i < rows.size(); i++) {
            row(rows.get(i), TOP + ROW * (i + 0.5), axis, svg);
        }
        return svg.append("</svg>").toString();
    }

    private static void row(Row row, double y, Axis axis, StringBuilder svg) {
        Estimate score = row.score();
        String hint = row.name() + ": " + Numbers.score(score.value()) + " " + Numbers.range(score.confidence());
        svg.append("<g class=\"c")
                .append(row.colour())
                .append("\"><title>")
                .append(Markup.escape(hint))
                .append("</title>");
        svg.append(Markup.text(axis.from() - 12, y + 4, "row end", TextWidth.cut(row.name(), LONGEST_NAME)));
        svg.append(Markup.line(
                axis.position(score.confidence().low()),
                y,
                axis.position(score.confidence().high()),
                y,
                "bar"));
        svg.append(Mark.of(row.colour(), axis.position(score.value()), y));
        svg.append(Markup.text(WIDTH, y + 4, "row end", Numbers.score(score.value())));
        svg.append("</g>");
    }
}
