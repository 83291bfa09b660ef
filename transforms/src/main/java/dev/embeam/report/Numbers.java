package dev.embeam.report;

import dev.embeam.schema.Interval;
import java.util.Locale;

/** Numbers as reports show them. */
final class Numbers {
    private Numbers() {}

    /** Four decimals: {@code 0.7613}. */
    static String score(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** Half of an interval's width: {@code ±0.0112}. */
    static String margin(Interval interval) {
        return "±" + score((interval.high() - interval.low()) / 2);
    }

    /** Both ends: {@code [0.7501, 0.7725]}. */
    static String range(Interval interval) {
        return "[" + score(interval.low()) + ", " + score(interval.high()) + "]";
    }

    /** Three digits that count, with commas between thousands: {@code 1,024}, {@code 12.3}, {@code 0.00123}. */
    static String quantity(double value) {
        if (value == 0) {
            return "0";
        }
        int digits = (int) Math.floor(Math.log10(Math.abs(value)));
        return digits > 8 || digits < -6
                ? String.format(Locale.ROOT, "%.2e", value)
                : String.format(Locale.ROOT, "%,." + Math.max(0, 2 - digits) + "f", value);
    }

    /** As short as it goes without loss: {@code 64}, {@code 0.25}. */
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : Double.toString(value);
    }
}
