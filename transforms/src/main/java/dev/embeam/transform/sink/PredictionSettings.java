package dev.embeam.transform.sink;

import dev.embeam.schema.PredictionLayout;
import dev.embeam.storage.AbsolutePath;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where and how {@link WritePredictions} writes.
 *
 * @param output folder of the output, any path Beam knows
 * @param runId name of the run
 * @param layout columns of the files
 * @param format of the files
 * @param targetFileBytes size at which a file ends
 * @param maxFailures how many records may fail
 * @param overwrite whether a finished output may be replaced
 * @param flags every flag of the run by name
 * @param versions of the programs involved
 */
public record PredictionSettings(
        String output,
        String runId,
        PredictionLayout layout,
        PredictionFormat format,
        long targetFileBytes,
        long maxFailures,
        boolean overwrite,
        Map<String, String> flags,
        Map<String, String> versions)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Checks the settings, sorts the maps, and makes the path the same for all workers. */
    public PredictionSettings {
        output = AbsolutePath.of(output);
        flags = new TreeMap<>(flags);
        versions = new TreeMap<>(versions);
        if (targetFileBytes < 1) {
            throw new IllegalArgumentException("files of " + targetFileBytes + " bytes; expected at least 1");
        }
        if (maxFailures < 0) {
            throw new IllegalArgumentException("maxFailures is " + maxFailures + "; expected 0 or more");
        }
    }

    OutputRun run() {
        return new OutputRun(output, runId, maxFailures, overwrite);
    }
}
