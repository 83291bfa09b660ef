package dev.embeam.report;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * What a plot shows.
 *
 * @param title over it
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series one or more
 * @param references values of systems that have no place on the horizontal axis
 */
record Plot(String title, X x, Y y, List<Series> series, List<Reference> references) {
    /**
     * A horizontal axis, always logarithmic.
     *
     * @param name what it shows
     * @param values how its values are named
     */
    record X(String name, DoubleFunction<String> values) {}

    /** What a vertical axis shows. */
    enum Y {
        /** A score, from where the lowest is. */
        SCORE,
        /** Seconds, from 0. */
        SECONDS;

        String label() {
            return this == SCORE ? "score" : "seconds";
        }

        String value(double value) {
            return this == SCORE ? Numbers.score(value) : Numbers.quantity(value) + " s";
        }
    }

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

    /** The plot of the series with two points or more; absent where there is none. */
    static Optional<Plot> of(String title, X x, Y y, List<Series> series, List<Reference> references) {
        List<Series> drawn =
                series.stream().filter(line -> line.points().size() > 1).toList();
        return drawn.isEmpty() ? Optional.empty() : Optional.of(new Plot(title, x, y, drawn, references));
    }
}
