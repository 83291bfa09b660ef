package dev.embeam.fasttext.train;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers with five significant digits as C++ streams print them ({@code %.5g}). Stateless. */
final class FiveDigits {
    /** Bytes that a number has at most, as in {@code -1.2345e-38}. */
    static final int LONGEST = 11;

    private static final int DIGITS = 5;
    private static final int WHOLE = 100_000;
    private static final int LARGEST_SHIFT = 50;
    private static final double[] POWERS = new double[LARGEST_SHIFT + 1];
    /** How near to the middle between two numbers the double-precision product may be trusted. */
    private static final double DOUBTFUL = 1e-7;

    private static final MathContext ROUNDING = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

    static {
        for (int i = 0; i <= LARGEST_SHIFT; i++) {
            POWERS[i] = Double.parseDouble("1e" + i);
        }
    }

    private FiveDigits() {}

    /** Writes a number to {@code out} from {@code at} on and returns where it ends. */
    static int write(float value, byte[] out, int at) {
        int end = at;
        if (Float.floatToRawIntBits(value) < 0) {
            out[end++] = '-';
        }
        double magnitude = Math.abs(value);
        if (!(magnitude <= Float.MAX_VALUE)) {
            return ascii(Double.isNaN(magnitude) ? "nan" : "inf", out, end);
        }
        return magnitude == 0 ? ascii("0", out, end) : positive(magnitude, out, end);
    }

    private static int positive(double value, byte[] out, int at) {
        int exponent = (int) Math.floor(Math.log10(value));
        double scaled = shifted(value, DIGITS - 1 - exponent);
        boolean doubtful = Math.abs(scaled - Math.floor(scaled) - 0.5) < DOUBTFUL;
        long digits = Math.round(scaled);
        if (doubtful || digits < WHOLE / 10 || digits >= WHOLE) {
            BigDecimal rounded = new BigDecimal(value).round(ROUNDING);
            exponent = rounded.precision() - rounded.scale() - 1;
            digits = rounded.movePointRight(DIGITS - 1 - exponent).longValueExact();
        }
        boolean scientific = exponent < -4 || exponent >= DIGITS;
        return scientific ? scientific(digits, exponent, out, at) : plain(digits, exponent, out, at);
    }

    private static double shifted(double value, int places) {
        return places >= 0 ? value * POWERS[places] : value / POWERS[-places];
    }

    private static int scientific(long digits, int exponent, byte[] out, int at) {
        int end = digits(digits, 1, 1, out, at);
        out[end++] = 'e';
        out[end++] = (byte) (exponent < 0 ? '-' : '+');
        int magnitude = Math.abs(exponent);
        out[end++] = (byte) ('0' + magnitude / 10);
        out[end++] = (byte) ('0' + magnitude % 10);
        return end;
    }

    private static int plain(long digits, int exponent, byte[] out, int at) {
        int end = at;
        if (exponent >= 0) {
            return digits(digits, exponent + 1, exponent + 1, out, end);
        }
        out[end++] = '0';
        out[end++] = '.';
        for (int i = -1; i > exponent; i--) {
            out[end++] = '0';
        }
        return digits(digits, DIGITS, 1, out, end);
    }

    /** Digits, at least {@code fewest} of them, with a point after so many, without zeros at the end. */
    private static int digits(long digits, int beforePoint, int fewest, byte[] out, int at) {
        int end = at;
        long rest = digits;
        long unit = WHOLE / 10;
        for (int i = 0; i < fewest || rest > 0; i++) {
            if (i == beforePoint) {
                out[end++] = '.';
            }
            out[end++] = (byte) ('0' + rest / unit);
            rest %= unit;
            unit /= 10;
        }
        return end;
    }

    private static int ascii(String text, byte[] out, int at) {
        for (int i = 0; i < text.length(); i++) {
            out[at + i] = (byte) text.charAt(i);
        }
        return at + text.length();
    }
}
