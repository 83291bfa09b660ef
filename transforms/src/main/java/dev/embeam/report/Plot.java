package dev.embeam.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * What a plot shows.
 *
 * @param title over it
 * @param x name of the horizontal axis
 * @param y name of the vertical axis
 * @param nameX how values of the horizontal axis, which is logarithmic, are named
 * @param nameY how values of the vertical axis are named
 * @param series one or more
 * @param references values of systems that have no place on the horizontal axis
 */
record Plot(
        String title,
        String x,
        String y,
        DoubleFunction<String> nameX,
        DoubleFunction<String> nameY,
        List<Series> series,
        List<Reference> references) {
    /**
     * Points that belong together.
     *
     * @param name of the system
     * @param colour number of its colour
     * @param points from left to right
     */
    record Series(String name, int colour, List<Point> points) {}

    /**
     * One point.
     *
     * @param x above 0
     * @param y its value
     * @param low lower end of its interval
     * @param high upper end of its interval
     */
    record Point(double x, double y, double low, double high) {
        static Point of(double x, Estimate score) {
            return new Point(
                    x,
                    score.value(),
                    score.confidence().low(),
                    score.confidence().high());
        }

        static Point exact(double x, double y) {
            return new Point(x, y, y, y);
        }
    }

    /**
     * A level line over the whole width.
     *
     * @param name of the system
     * @param colour number of its colour
     * @param y its value
     */
    record Reference(String name, int colour, double y) {}

    Plot {
        series = List.copyOf(series);
        references = List.copyOf(references);
    }

    /** A plot of scores; absent where no series has two points. */
    static Optional<Plot> scores(
            String title, String x, DoubleFunction<String> nameX, List<Series> series, List<Reference> references) {
        return of(title, x, "Score", nameX, value -> String.format(Locale.ROOT, "%.2f", value), series, references);
    }

    /** A plot; absent where no series has two points. */
    static Optional<Plot> of(
            String title,
            String x,
            String y,
            DoubleFunction<String> nameX,
            DoubleFunction<String> nameY,
            List<Series> series,
            List<Reference> references) {
        List<Series> drawn =
                series.stream().filter(line -> line.points().size() > 1).toList();
        return drawn.isEmpty() ? Optional.empty() : Optional.of(new Plot(title, x, y, nameX, nameY, drawn, references));
    }
}
