package dev.embeam.kernel;

import java.util.Arrays;

/**
 * Vectors of float32 in fewer bytes and back. Matrices are row-major; the byte arrays may be longer than needed and are not
 * touched behind the last row. Stateless.
 *
 * <p>int8 and bits follow {@code sentence_transformers.util.quantize_embeddings} (version 6) bit by bit, in float32
 * arithmetic: {@code clip(floor((x - min) / step), 0, 255) - 128} with {@code step = (max - min) / 255}, or 1 where that is
 * 0; and {@code packbits(x > 0)}, a row at a time, the first column in the highest bit.
 */
public final class Quantization {
    private Quantization() {}

    /** Widens the ranges {@code min} and {@code max} so that they hold every row; NaN must not occur. */
    public static void widen(float[] vectors, int rows, float[] min, float[] max) {
        int dim = min.length;
        check(vectors.length, (long) rows * dim, "numbers");
        for (int row = 0; row < rows; row++) {
            int at = row * dim;
            for (int i = 0; i < dim; i++) {
                min[i] = Math.min(min[i], vectors[at + i]);
                max[i] = Math.max(max[i], vectors[at + i]);
            }
        }
    }

    /** The width of a step of int8 in every column. */
    public static float[] steps(float[] min, float[] max) {
        float[] steps = new float[min.length];
        for (int i = 0; i < steps.length; i++) {
            float step = (max[i] - min[i]) / 255;
            steps[i] = step == 0 ? 1 : step;
        }
        return steps;
    }

    /** One signed byte a number; what lies outside the range becomes its end. */
    public static void toInt8(float[] vectors, int rows, float[] min, float[] steps, byte[] out) {
        int dim = min.length;
        check(vectors.length, (long) rows * dim, "numbers");
        check(out.length, (long) rows * dim, "bytes");
        for (int row = 0; row < rows; row++) {
            int at = row * dim;
            for (int i = 0; i < dim; i++) {
                // The cast cuts towards zero and saturates: for all that is not clipped to 0 anyway, that is floor.
                int step = (int) ((vectors[at + i] - min[i]) / steps[i]);
                out[at + i] = (byte) (Math.max(0, Math.min(255, step)) - 128);
            }
        }
    }

    /** The middle of the step: within half a step of the number that was encoded, if that was in the range. */
    public static void fromInt8(byte[] encoded, int rows, float[] min, float[] steps, float[] out) {
        int dim = min.length;
        check(encoded.length, (long) rows * dim, "bytes");
        check(out.length, (long) rows * dim, "numbers");
        for (int row = 0; row < rows; row++) {
            int at = row * dim;
            for (int i = 0; i < dim; i++) {
                out[at + i] = min[i] + (encoded[at + i] + 128.5f) * steps[i];
            }
        }
    }

    /** Two bytes a number, the lower one first, rounded as {@link Float16#fromFloat} does. */
    public static void toFloat16(float[] vectors, int count, byte[] out) {
        check(vectors.length, count, "numbers");
        check(out.length, 2L * count, "bytes");
        for (int i = 0; i < count; i++) {
            short bits = Float16.fromFloat(vectors[i]);
            out[2 * i] = (byte) bits;
            out[2 * i + 1] = (byte) (bits >>> 8);
        }
    }

    /** The exact values of {@link #toFloat16}'s bytes. */
    public static void fromFloat16(byte[] encoded, int count, float[] out) {
        check(encoded.length, 2L * count, "bytes");
        check(out.length, count, "numbers");
        for (int i = 0; i < count; i++) {
            out[i] = Float16.toFloat((short) ((encoded[2 * i] & 0xff) | (encoded[2 * i + 1] << 8)));
        }
    }

    /** One bit a number, {@code ceil(dim / 8)} bytes a row; the bits behind the last column are 0. */
    public static void toBits(float[] vectors, int rows, int dim, byte[] out) {
        int rowBytes = (dim + 7) / 8;
        check(vectors.length, (long) rows * dim, "numbers");
        check(out.length, (long) rows * rowBytes, "bytes");
        Arrays.fill(out, 0, rows * rowBytes, (byte) 0);
        for (int row = 0; row < rows; row++) {
            int at = row * rowBytes;
            for (int i = 0; i < dim; i++) {
                if (vectors[row * dim + i] > 0) {
                    out[at + (i >> 3)] |= (byte) (0x80 >>> (i & 7));
                }
            }
        }
    }

    /** 1 for a bit that is set, -1 for one that is not. */
    public static void fromBits(byte[] encoded, int rows, int dim, float[] out) {
        int rowBytes = (dim + 7) / 8;
        check(encoded.length, (long) rows * rowBytes, "bytes");
        check(out.length, (long) rows * dim, "numbers");
        for (int row = 0; row < rows; row++) {
            int at = row * rowBytes;
            for (int i = 0; i < dim; i++) {
                boolean set = (encoded[at + (i >> 3)] & (0x80 >>> (i & 7))) != 0;
                out[row * dim + i] = set ? 1 : -1;
            }
        }
    }

    private static void check(int actual, long needed, String what) {
        if (actual < needed) {
            throw new IllegalArgumentException("there are " + actual + " " + what + "; expected at least " + needed);
        }
    }
}
