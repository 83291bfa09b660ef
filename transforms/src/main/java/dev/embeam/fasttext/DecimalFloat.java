package dev.embeam.fasttext;

import java.nio.charset.StandardCharsets;

/** Decimal digits to the nearest float, without strings where that is easily exact. */
final class DecimalFloat {
    private static final int MOST_EXACT = 1 << 24;
    private static final int LONGEST = 64;

    /** All powers of ten that a float holds exactly. */
    private static final float[] POWERS = {1e0f, 1e1f, 1e2f, 1e3f, 1e4f, 1e5f, 1e6f, 1e7f, 1e8f, 1e9f, 1e10f};

    private DecimalFloat() {}

    /**
     * The number that {@code digits[0, length)} spell, as in {@code -12.5e-3}; NaN if they spell none.
     *
     * <p>Where the digits make a whole number below 2^24 and the power of ten is one of the exact ones, one division or
     * multiplication of floats gives the correctly rounded result, as both of its sides are exact (Clinger, 1990).
     */
    static float parse(byte[] digits, int length) {
        int at = length > 0 && (digits[0] == '-' || digits[0] == '+') ? 1 : 0;
        long whole = 0;
        int scale = 0;
        int seen = 0;
        boolean fraction = false;
        for (; at < length && whole < MOST_EXACT; at++) {
            int digit = digits[at] - '0';
            if (digit >= 0 && digit <= 9) {
                whole = whole * 10 + digit;
                scale -= fraction ? 1 : 0;
                seen++;
            } else if (digits[at] == '.' && !fraction) {
                fraction = true;
            } else {
                break;
            }
        }
        if (seen > 0 && at + 4 == length && digits[at] == 'e' && isDigit(digits[at + 2]) && isDigit(digits[at + 3])) {
            int exponent = (digits[at + 2] - '0') * 10 + digits[at + 3] - '0';
            scale += digits[at + 1] == '-' ? -exponent : exponent;
            at = digits[at + 1] == '-' || digits[at + 1] == '+' ? length : at;
        }
        if (at < length || seen == 0 || whole >= MOST_EXACT || Math.abs(scale) >= POWERS.length) {
            return parseAny(digits, length);
        }
        float magnitude = scale < 0 ? whole / POWERS[-scale] : whole * POWERS[scale];
        return digits[0] == '-' ? -magnitude : magnitude;
    }

    private static boolean isDigit(byte unit) {
        return unit >= '0' && unit <= '9';
    }

    private static float parseAny(byte[] digits, int length) {
        if (length > LONGEST) {
            return Float.NaN;
        }
        for (int i = 0; i < length; i++) {
            if (!isDigit(digits[i]) && "+-.eE".indexOf(digits[i]) < 0) {
                return Float.NaN;
            }
        }
        try {
            return Float.parseFloat(new String(digits, 0, length, StandardCharsets.US_ASCII));
        } catch (NumberFormatException e) {
            return Float.NaN;
        }
    }
}
