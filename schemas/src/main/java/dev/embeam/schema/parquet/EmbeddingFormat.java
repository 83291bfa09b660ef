package dev.embeam.schema.parquet;

import dev.embeam.schema.Calibration;
import dev.embeam.schema.Precision;
import dev.embeam.schema.RunManifest;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a file of vectors is written: its columns, its cut and what its footer says.
 *
 * @param layout the columns
 * @param calibration of int8, {@link Calibration#NONE} for every other precision
 * @param compression of the vector column
 * @param rowGroupBytes size at which a row group ends, so that readers can share a file; also what a writer holds in memory
 * @param model footer entries about the model, by the names of {@link EmbeddingFooter}
 */
public record EmbeddingFormat(
        EmbeddingLayout layout,
        Calibration calibration,
        Compression compression,
        long rowGroupBytes,
        Map<String, String> model)
        implements Serializable {
    /** Large enough that reading is sequential, small enough that a file of 256 MiB splits eight ways. */
    public static final long DEFAULT_ROW_GROUP_BYTES = 32L << 20;

    /** Checks the sizes against each other. */
    public EmbeddingFormat {
        model = Map.copyOf(model);
        int expected = layout.precision() == Precision.INT8 ? layout.dim() : 0;
        if (calibration.dim() != expected) {
            throw new IllegalArgumentException("calibration has " + calibration.dim() + " columns; expected " + expected
                    + " for " + layout.precision().label() + " vectors of " + layout.dim() + " columns");
        }
        if (rowGroupBytes < 1 << 10 || rowGroupBytes > 1 << 30) {
            throw new IllegalArgumentException(
                    "row groups of " + rowGroupBytes + " bytes; expected from 1,024 to 1,073,741,824");
        }
    }

    /** Row groups of the default size, vectors as they are. */
    public static EmbeddingFormat of(EmbeddingLayout layout) {
        return new EmbeddingFormat(layout, Calibration.NONE, Compression.NONE, DEFAULT_ROW_GROUP_BYTES, Map.of());
    }

    /** The same with a calibration. */
    public EmbeddingFormat withCalibration(Calibration newCalibration) {
        return new EmbeddingFormat(layout, newCalibration, compression, rowGroupBytes, model);
    }

    /** Everything the footer says, in the order of its keys. */
    Map<String, String> footer() {
        Map<String, String> footer = new TreeMap<>(model);
        footer.put(EmbeddingFooter.ARROW_SCHEMA, ArrowSchema.base64(layout));
        footer.put(EmbeddingFooter.FORMAT_VERSION, Integer.toString(RunManifest.FORMAT_VERSION));
        footer.put(EmbeddingFooter.WIDTH, Integer.toString(layout.dim()));
        footer.put(EmbeddingFooter.PRECISION, layout.precision().label());
        if (calibration.dim() > 0) {
            footer.put(EmbeddingFooter.CALIBRATION_MIN, EmbeddingFooter.join(calibration.min()));
            footer.put(EmbeddingFooter.CALIBRATION_MAX, EmbeddingFooter.join(calibration.max()));
        }
        return footer;
    }
}
