package dev.embeam.transform.sink;

import dev.embeam.schema.Calibration;
import dev.embeam.schema.Precision;
import dev.embeam.schema.parquet.Compression;
import dev.embeam.schema.parquet.EmbeddingFormat;
import dev.embeam.schema.parquet.EmbeddingLayout;
import dev.embeam.storage.AbsolutePath;
import java.io.Serializable;
import java.util.Map;

/**
 * Where and how {@link WriteEmbeddings} writes.
 *
 * @param output folder of the output, any path Beam knows
 * @param runId name of the run: letters, digits, {@code -} and {@code _}
 * @param layout columns of the files
 * @param calibration ranges for int8; {@link Calibration#NONE} takes those of the collection itself, at the cost of
 *     writing it twice
 * @param compression of the vector column
 * @param targetFileBytes size at which a file ends
 * @param rowGroupBytes size at which a row group ends
 * @param maxFailures how many records may fail
 * @param overwrite whether a finished output may be replaced
 * @param startedMillis when the run started, milliseconds since 1970
 * @param description what the outputs say about the run
 */
public record WriteSettings(
        String output,
        String runId,
        EmbeddingLayout layout,
        Calibration calibration,
        Compression compression,
        long targetFileBytes,
        long rowGroupBytes,
        long maxFailures,
        boolean overwrite,
        long startedMillis,
        Description description)
        implements Serializable {
    /** In the middle of what object stores, HDFS and DuckDB like. */
    public static final long DEFAULT_FILE_BYTES = 256L << 20;

    /** Checks every setting, and makes the path the same for all workers. */
    public WriteSettings {
        if (output.isEmpty()) {
            throw new IllegalArgumentException("output is empty; expected a folder");
        }
        output = AbsolutePath.of(output);
        if (!runId.matches("[A-Za-z0-9_-]{1,100}")) {
            throw new IllegalArgumentException("run id is \"" + runId + "\"; expected letters, digits, - and _");
        }
        if (targetFileBytes < 1) {
            throw new IllegalArgumentException("files of " + targetFileBytes + " bytes; expected at least 1");
        }
        if (maxFailures < 0) {
            throw new IllegalArgumentException("maxFailures is " + maxFailures + "; expected 0 or more");
        }
        boolean int8 = layout.precision() == Precision.INT8;
        if (calibration.dim() != 0 && (!int8 || calibration.dim() != layout.dim())) {
            throw new IllegalArgumentException("calibration of " + calibration.dim() + " columns; expected "
                    + (int8 ? layout.dim() + ", the width of the vectors" : "none, it is for int8"));
        }
    }

    /** The defaults: no compression of vectors, files of 256 MiB, no failure allowed, nothing overwritten. */
    public static WriteSettings of(String output, String runId, EmbeddingLayout layout) {
        return new WriteSettings(
                output,
                runId,
                layout,
                Calibration.NONE,
                Compression.NONE,
                DEFAULT_FILE_BYTES,
                EmbeddingFormat.DEFAULT_ROW_GROUP_BYTES,
                0,
                false,
                System.currentTimeMillis(),
                Description.NONE);
    }

    /** The same with ranges for int8. */
    public WriteSettings withCalibration(Calibration ranges) {
        return new WriteSettings(
                output,
                runId,
                layout,
                ranges,
                compression,
                targetFileBytes,
                rowGroupBytes,
                maxFailures,
                overwrite,
                startedMillis,
                description);
    }

    /** The same with another compression of vectors. */
    public WriteSettings withCompression(Compression other) {
        return new WriteSettings(
                output,
                runId,
                layout,
                calibration,
                other,
                targetFileBytes,
                rowGroupBytes,
                maxFailures,
                overwrite,
                startedMillis,
                description);
    }

    /** The same with other sizes of files and row groups. */
    public WriteSettings withSizes(long fileBytes, long groupBytes) {
        return new WriteSettings(
                output,
                runId,
                layout,
                calibration,
                compression,
                fileBytes,
                groupBytes,
                maxFailures,
                overwrite,
                startedMillis,
                description);
    }

    /** The same with another limit of failed records. */
    public WriteSettings withMaxFailures(long limit) {
        return new WriteSettings(
                output,
                runId,
                layout,
                calibration,
                compression,
                targetFileBytes,
                rowGroupBytes,
                limit,
                overwrite,
                startedMillis,
                description);
    }

    /** The same with leave to replace a finished output, or without. */
    public WriteSettings withOverwrite(boolean allowed) {
        return new WriteSettings(
                output,
                runId,
                layout,
                calibration,
                compression,
                targetFileBytes,
                rowGroupBytes,
                maxFailures,
                allowed,
                startedMillis,
                description);
    }

    /** The same with a time at which the run started. */
    public WriteSettings withStartedMillis(long millis) {
        return new WriteSettings(
                output,
                runId,
                layout,
                calibration,
                compression,
                targetFileBytes,
                rowGroupBytes,
                maxFailures,
                overwrite,
                millis,
                description);
    }

    /** The same with a description of the run. */
    public WriteSettings withDescription(Description other) {
        return new WriteSettings(
                output,
                runId,
                layout,
                calibration,
                compression,
                targetFileBytes,
                rowGroupBytes,
                maxFailures,
                overwrite,
                startedMillis,
                other);
    }

    /** The run and its folder. */
    OutputRun run() {
        return new OutputRun(output, runId, maxFailures, overwrite);
    }

    /** Whether the calibration is only known when all vectors are. */
    boolean calibratesItself() {
        return layout.precision() == Precision.INT8 && calibration.dim() == 0;
    }

    /** How files are written at first: float32 when the calibration is not known yet. */
    EmbeddingFormat firstFormat() {
        EmbeddingLayout first =
                calibratesItself() ? new EmbeddingLayout(layout.dim(), Precision.FLOAT32, layout.keptFields()) : layout;
        return new EmbeddingFormat(first, calibration, compression, rowGroupBytes, description.footer());
    }

    /** How published files are written, given the ranges of the whole collection. */
    EmbeddingFormat finalFormat(Calibration ranges) {
        Calibration known = calibration.union(calibratesItself() ? ranges : Calibration.NONE);
        if (layout.precision() == Precision.INT8 && known.dim() == 0) {
            // A collection without vectors has no ranges, but its one empty file must be valid all the same.
            known = new Calibration(new float[layout.dim()], new float[layout.dim()]);
        }
        return new EmbeddingFormat(layout, known, compression, rowGroupBytes, description.footer());
    }

    /**
     * What footers and the manifest say about the run, beyond what its data says.
     *
     * @param modelFingerprint of the model
     * @param footer entries of every file's footer, by the names of {@code EmbeddingFooter}
     * @param model what else is known of the model
     * @param flags every flag of the run
     * @param versions of the programs involved
     */
    public record Description(
            String modelFingerprint,
            Map<String, String> footer,
            Map<String, String> model,
            Map<String, String> flags,
            Map<String, String> versions)
            implements Serializable {
        /** Nothing is known. */
        public static final Description NONE = new Description("", Map.of(), Map.of(), Map.of(), Map.of());

        /** Takes copies that do not change. */
        public Description {
            footer = Map.copyOf(footer);
            model = Map.copyOf(model);
            flags = Map.copyOf(flags);
            versions = Map.copyOf(versions);
        }
    }
}
