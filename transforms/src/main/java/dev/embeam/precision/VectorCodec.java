package dev.embeam.precision;

import dev.embeam.kernel.Quantization;
import dev.embeam.schema.Calibration;
import dev.embeam.schema.Precision;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Vectors of one width in one {@link Precision}: float32 to stored bytes and back. Immutable and shared between threads.
 *
 * <p>What comes back: float32 bit by bit, float16 rounded to a half, int8 the middle of its step, binary 1 or -1.
 */
public final class VectorCodec {
    private final Precision precision;
    private final int dim;
    private final Calibration calibration;
    private final float[] steps;

    private VectorCodec(Precision precision, int dim, Calibration calibration) {
        this.precision = precision;
        this.dim = dim;
        this.calibration = calibration;
        steps = Quantization.steps(calibration.min(), calibration.max());
    }

    /**
     * The codec of vectors of {@code dim} columns.
     *
     * @param calibration the ranges of the columns for int8; of no account for other precisions
     * @throws IllegalArgumentException when int8 lacks the ranges of {@code dim} columns
     */
    public static VectorCodec of(Precision precision, int dim, Calibration calibration) {
        if (precision == Precision.INT8 && calibration.dim() != dim) {
            throw new IllegalArgumentException(
                    "int8 calibration has " + calibration.dim() + " columns, vectors have " + dim);
        }
        return new VectorCodec(precision, dim, calibration);
    }

    /** Bytes of {@code rows} vectors. */
    public int bytes(int rows) {
        return Math.multiplyExact(rows, precision.rowBytes(dim));
    }

    /** Encodes the first {@code rows} vectors into the first {@link #bytes} bytes of {@code out}. */
    public void encode(float[] vectors, int rows, byte[] out) {
        switch (precision) {
            case FLOAT32 ->
                ByteBuffer.wrap(out)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer()
                        .put(vectors, 0, rows * dim);
            case FLOAT16 -> Quantization.toFloat16(vectors, rows * dim, out);
            case INT8 -> Quantization.toInt8(vectors, rows, calibration.min(), steps, out);
            case BINARY -> Quantization.toBits(vectors, rows, dim, out);
        }
    }

    /** Decodes the first {@code rows} vectors into the first {@code rows * dim} numbers of {@code out}. */
    public void decode(byte[] encoded, int rows, float[] out) {
        switch (precision) {
            case FLOAT32 ->
                ByteBuffer.wrap(encoded)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer()
                        .get(out, 0, rows * dim);
            case FLOAT16 -> Quantization.fromFloat16(encoded, rows * dim, out);
            case INT8 -> Quantization.fromInt8(encoded, rows, calibration.min(), steps, out);
            case BINARY -> Quantization.fromBits(encoded, rows, dim, out);
        }
    }
}
