package dev.embeam.schema;

import java.util.Locale;

/**
 * How the numbers of a stored vector are written. The names in lower case are what settings, footers and manifests say.
 *
 * <p>A vector is a row of {@link #elements} elements of {@link #elementBytes} bytes each, little-endian.
 */
public enum Precision {
    /** IEEE 754 single precision: the vector as it was computed, bit by bit. */
    FLOAT32(4),
    /** IEEE 754 half precision, rounded to the nearest, ties to even. */
    FLOAT16(2),
    /** One signed byte a number: one of 256 steps between the smallest and largest number of its column. */
    INT8(1),
    /** One bit a number, set where it is above zero; the first column is the highest bit of the first byte. */
    BINARY(1);

    private final int elementBytes;

    Precision(int elementBytes) {
        this.elementBytes = elementBytes;
    }

    /** The precision of this name. */
    public static Precision of(String name) {
        for (Precision precision : values()) {
            if (precision.label().equals(name)) {
                return precision;
            }
        }
        throw new IllegalArgumentException("precision is \"" + name + "\"; expected float32, float16, int8 or binary");
    }

    /** The name in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Bytes of one stored element. */
    public int elementBytes() {
        return elementBytes;
    }

    /** Stored elements of a vector of {@code dim} numbers. */
    public int elements(int dim) {
        return this == BINARY ? (dim + 7) / 8 : dim;
    }

    /** Bytes of a stored vector of {@code dim} numbers. */
    public int rowBytes(int dim) {
        return Math.multiplyExact(elements(dim), elementBytes);
    }
}
