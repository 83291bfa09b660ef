package dev.embeam.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * One axis of a plot: values to coordinates.
 *
 * @param low the value at its start
 * @param high the value at its end, above
 * @param log whether equal ratios, not equal differences, are equally far apart; then {@code low} is above 0
 * @param from coordinate of its start
 * @param to coordinate of its end
 * @param ticks values to name, ascending, from low to high
 */
record Axis(double low, double high, boolean log, double from, double to, List<Double> ticks) {
    private static final int ABOUT = 5;
    private static final double LOG_MARGIN = 0.06;

    /** A linear axis over these values that begins and ends at round numbers. */
    static Axis linear(double[] values, double from, double to) {
        double low = DoubleStream.of(values).min().orElse(0);
        double high = DoubleStream.of(values).max().orElse(1);
        if (high - low < 1e-9) {
            low -= 0.01;
            high += 0.01;
        }
        double step = step((high - low) / ABOUT);
        long first = (long) Math.floor(low / step + 1e-9);
        long last = (long) Math.ceil(high / step - 1e-9);
        List<Double> ticks = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            // A product, not a running sum, so that 3 * 0.1 is as near to 0.3 as it gets.
            ticks.add(i * step);
        }
        return new Axis(first * step, last * step, false, from, to, ticks);
    }

    /** The next of 1, 2, 5, 10, ... times a power of ten that is not below. */
    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= least * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** A logarithmic axis over these positive values, named at the values themselves. */
    static Axis log(double[] values, double from, double to) {
        double[] sorted = DoubleStream.of(values).sorted().distinct().toArray();
        double low = sorted.length == 0 ? 1 : sorted[0];
        double high = sorted.length == 0 ? 1 : sorted[sorted.length - 1];
        double margin = Math.max(Math.pow(high / low, LOG_MARGIN), 1.05);
        List<Double> ticks = DoubleStream.of(sorted).boxed().toList();
        return new Axis(low / margin, high * margin, true, from, to, ticks);
    }

    /** The coordinate of a value. */
    double position(double value) {
        double share = log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        return from + share * (to - from);
    }

    /** A tick of a linear axis with as many decimals as its ticks need. */
    String name(double tick) {
        double step = (high - low) / (ticks.size() - 1);
        int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
        return String.format(Locale.ROOT, "%,." + decimals + "f", tick);
    }

    /** The ticks that are at least so far from the one before; the last one always stays. */
    List<Double> ticks(double distance) {
        List<Double> kept = new ArrayList<>();
        for (int i = ticks.size() - 1; i >= 0; i--) {
            double tick = ticks.get(i);
            if (kept.isEmpty() || Math.abs(position(kept.get(0)) - position(tick)) >= distance) {
                kept.add(0, tick);
            }
        }
        return kept;
    }
}
