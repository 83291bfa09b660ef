package dev.embeam.kernel;

/** IEEE 754 half precision ({@code binary16}) as {@code short} bits, which Java 17 has no intrinsics for. Stateless. */
public final class Float16 {
    /** 2^112: moves an exponent of half precision, read in single precision's place, to where it belongs; exact. */
    private static final float EXPONENT_SHIFT = 0x1p112f;

    private Float16() {}

    /** The value of the 16 bits: exact for every one of them, subnormal numbers, infinities and NaN included. */
    public static float toFloat(short bits) {
        int magnitude = (bits & 0x7fff) << 13;
        int sign = (bits & 0x8000) << 16;
        if (magnitude >= 0x7c00 << 13) {
            return Float.intBitsToFloat(sign | 0x7f80_0000 | (magnitude & 0x007f_ffff));
        }
        return Float.intBitsToFloat(sign | Float.floatToRawIntBits(Float.intBitsToFloat(magnitude) * EXPONENT_SHIFT));
    }

    /**
     * The nearest half, ties to the one with an even last bit. What is too large becomes infinite, NaN stays NaN, and the
     * sign is kept, that of zero too.
     */
    public static short fromFloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = (bits >>> 16) & 0x8000;
        int magnitude = bits & 0x7fff_ffff;
        if (magnitude > 0x7f80_0000) {
            return (short) (sign | 0x7e00);
        }
        if (magnitude >= 0x4780_0000) {
            return (short) (sign | 0x7c00);
        }
        if (magnitude < 0x3880_0000) {
            // Below the smallest normal half: adding 0.5 makes the addition itself round to multiples of 2^-24.
            float rounded = Float.intBitsToFloat(magnitude) + 0.5f;
            return (short) (sign | (Float.floatToRawIntBits(rounded) - Float.floatToRawIntBits(0.5f)));
        }
        // 112 is the difference of the two exponent biases; 0xfff and the last kept bit make ties go to even.
        return (short) (sign | ((magnitude - (112 << 23) + 0xfff + ((magnitude >>> 13) & 1)) >>> 13));
    }
}
