package dev.embeam.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Numbers as the JSON reader of Hugging Face tokenizers (serde_json) understands them: digits as an unsigned 64-bit number,
 * rounded, then one division by a power of ten, rounded again. That may be one unit in the last place off the nearest
 * double, which decides between cuts of equal scores.
 */
final class JsonFloat {
    private static final BigInteger LARGEST_SIGNIFICAND =
            BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    private static final int LARGEST_POWER = 308;

    private JsonFloat() {}

    /** The value of a number; infinite (a double of Jackson's) where the reference would refuse it. */
    static double of(JsonNode number) {
        if (number.isIntegralNumber() || number.isDouble()) {
            return number.doubleValue();
        }
        BigDecimal decimal = number.decimalValue();
        BigInteger digits = decimal.unscaledValue().abs();
        int dropped = 0;
        while (digits.compareTo(LARGEST_SIGNIFICAND) > 0) {
            digits = digits.divide(BigInteger.TEN);
            dropped++;
        }
        double value = scale(digits.doubleValue(), dropped - (long) decimal.scale());
        return decimal.signum() < 0 ? -value : value;
    }

    private static double scale(double significand, long exponent) {
        if (significand == 0 || (exponent >= 0 && exponent > LARGEST_POWER)) {
            return significand == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        if (exponent >= 0) {
            return significand * power(exponent);
        }
        double value = significand;
        long left = -exponent;
        while (left > LARGEST_POWER && value != 0) {
            value /= 1e308;
            left -= LARGEST_POWER;
        }
        return value == 0 ? 0 : value / power(left);
    }

    private static double power(long exponent) {
        return Double.parseDouble("1e" + exponent);
    }
}
