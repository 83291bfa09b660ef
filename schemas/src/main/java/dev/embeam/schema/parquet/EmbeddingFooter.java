package dev.embeam.schema.parquet;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The key-value entries in the footer of a file of vectors. All values are text. */
public final class EmbeddingFooter {
    /** Arrow's own schema: see {@link ArrowSchema}. */
    public static final String ARROW_SCHEMA = "ARROW:schema";
    /** Version of the layout. */
    public static final String FORMAT_VERSION = "embeam.format.version";
    /** Fingerprint of the model. */
    public static final String MODEL_FINGERPRINT = "embeam.model.fingerprint";
    /** Columns of a vector, before bits are packed. */
    public static final String WIDTH = "embeam.width";
    /** {@code float32}, {@code float16}, {@code int8} or {@code binary}. */
    public static final String PRECISION = "embeam.precision";
    /** {@code true} when vectors have length 1 (or are zero). */
    public static final String NORMALISED = "embeam.normalised";
    /** Whose rules the encoder followed. */
    public static final String SEMANTICS = "embeam.semantics";
    /** Of int8: the smallest number of each column, joined by commas. */
    public static final String CALIBRATION_MIN = "embeam.calibration.min";
    /** Of int8: the largest number of each column, joined by commas. */
    public static final String CALIBRATION_MAX = "embeam.calibration.max";

    private EmbeddingFooter() {}

    /** The shortest decimals that read back as the same floats, joined by commas. */
    static String join(float[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> Float.toString(values[i]))
                .collect(Collectors.joining(","));
    }

    /** What {@link #join} was given. */
    static float[] split(String joined) {
        String[] parts = joined.isEmpty() ? new String[0] : joined.split(",", -1);
        float[] values = new float[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = Float.parseFloat(parts[i]);
        }
        return values;
    }
}
