package dev.embeam.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Draws a {@link Plot} as SVG: lines with marks, intervals as bars, names at the right ends. */
final class LinePlot {
    static final double WIDTH = 480;
    static final double HEIGHT = 300;

    private static final double LEFT = 52;
    private static final double TOP = 14;
    private static final double BOTTOM = 44;
    private static final double LETTER = 7.1;
    private static final int LONGEST_NAME = 26;
    private static final double LINE_HEIGHT = 14;
    private static final double TICK_DISTANCE = 34;

    private final Plot plot;
    private final Axis horizontal;
    private final Axis vertical;
    private final StringBuilder svg = new StringBuilder();

    private LinePlot(Plot plot) {
        this.plot = plot;
        int longest = Stream.concat(
                        plot.series().stream().map(Plot.Series::name),
                        plot.references().stream().map(Plot.Reference::name))
                .mapToInt(name -> TextWidth.of(TextWidth.cut(name, LONGEST_NAME)))
                .max()
                .orElse(0);
        double right = WIDTH - 16 - longest * LETTER;
        horizontal = Axis.log(points(plot).mapToDouble(Plot.Point::x).toArray(), LEFT, right);
        double[] values = DoubleStream.concat(
                        points(plot).flatMapToDouble(point -> DoubleStream.of(point.low(), point.high())),
                        plot.references().stream().mapToDouble(Plot.Reference::y))
                .toArray();
        vertical = Axis.linear(plot.y() == Plot.Y.SECONDS ? withZero(values) : values, HEIGHT - BOTTOM, TOP);
    }

    static String of(Plot plot) {
        return new LinePlot(plot).draw();
    }

    private static double[] withZero(double... values) {
        return Arrays.copyOf(values, values.length + 1);
    }

    private static Stream<Plot.Point> points(Plot plot) {
        return plot.series().stream().flatMap(series -> series.points().stream());
    }

    private String draw() {
        svg.append("<svg viewBox=\"0 0 ")
                .append(Markup.at(WIDTH))
                .append(' ')
                .append(Markup.at(HEIGHT))
                .append("\" role=\"img\" aria-label=\"")
                .append(Markup.escape(plot.title() + ": " + plot.y().label() + " by "
                        + plot.x().name()))
                .append("\">");
        axes();
        plot.references()
                .forEach(level -> svg.append(Markup.line(
                        horizontal.from(),
                        vertical.position(level.y()),
                        horizontal.to(),
                        vertical.position(level.y()),
                        "level c" + level.colour())));
        plot.series().forEach(this::series);
        names();
        return svg.append("</svg>").toString();
    }

    private void axes() {
        for (double tick : vertical.ticks()) {
            double y = vertical.position(tick);
            svg.append(Markup.line(horizontal.from(), y, horizontal.to(), y, "grid"));
            svg.append(Markup.text(horizontal.from() - 8, y + 4, "tick end", vertical.name(tick)));
        }
        for (double tick : horizontal.ticks(TICK_DISTANCE)) {
            double x = horizontal.position(tick);
            svg.append(Markup.line(x, vertical.from(), x, vertical.from() + 4, "axis"));
            svg.append(Markup.text(
                    x, vertical.from() + 17, "tick mid", plot.x().values().apply(tick)));
        }
        svg.append(Markup.line(horizontal.from(), vertical.from(), horizontal.to(), vertical.from(), "axis"));
        svg.append(Markup.text(
                (horizontal.from() + horizontal.to()) / 2,
                HEIGHT - 8,
                "name mid",
                plot.x().name()));
    }

    private void series(Plot.Series series) {
        StringBuilder path = new StringBuilder();
        for (Plot.Point point : series.points()) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(Markup.at(horizontal.position(point.x())))
                    .append(' ')
                    .append(Markup.at(vertical.position(point.y())));
        }
        svg.append("<g class=\"c")
                .append(series.colour())
                .append("\"><path d=\"")
                .append(path)
                .append("\"/>");
        series.points().forEach(point -> point(series, point));
        svg.append("</g>");
    }

    private void point(Plot.Series series, Plot.Point point) {
        double x = horizontal.position(point.x());
        svg.append("<g><title>").append(Markup.escape(hint(series, point))).append("</title>");
        if (point.low() < point.high()) {
            svg.append(Markup.line(x, vertical.position(point.low()), x, vertical.position(point.high()), "bar"));
        }
        svg.append(Mark.of(series.colour(), x, vertical.position(point.y()))).append("</g>");
    }

    private String hint(Plot.Series series, Plot.Point point) {
        String value = plot.y().value(point.y());
        String interval = point.low() < point.high()
                ? " [" + Numbers.score(point.low()) + ", " + Numbers.score(point.high()) + "]"
                : "";
        return series.name() + ", " + plot.x().values().apply(point.x()) + ": " + value + interval;
    }

    /** A name wants to stand at the height where its line ends. */
    private record Name(String text, int colour, double y) {}

    private void names() {
        List<Name> names = new ArrayList<>();
        for (Plot.Series series : plot.series()) {
            Plot.Point last = series.points().get(series.points().size() - 1);
            names.add(new Name(series.name(), series.colour(), vertical.position(last.y())));
        }
        plot.references()
                .forEach(level -> names.add(new Name(level.name(), level.colour(), vertical.position(level.y()))));
        names.sort(Comparator.comparingDouble(Name::y));
        double[] heights =
                Labels.spread(names.stream().mapToDouble(Name::y).toArray(), LINE_HEIGHT, TOP, HEIGHT - BOTTOM);
        for (int i = 0; i < heights.length; i++) {
            String shown = TextWidth.cut(names.get(i).text(), LONGEST_NAME);
            svg.append(Markup.text(
                    horizontal.to() + 8,
                    heights[i] + 4,
                    "label c" + names.get(i).colour(),
                    shown));
        }
    }
}
