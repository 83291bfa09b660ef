package dev.embeam.transform.sink;

import dev.embeam.storage.AbsolutePath;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where an evaluation is written, and what its manifest says beside the files.
 *
 * @param output folder, on any of Beam's file systems
 * @param runId name of the run
 * @param overwrite whether a finished output may be replaced
 * @param flags every flag of the run by name
 * @param versions of Embeam, Beam, the runner and Java
 */
public record ResultSettings(
        String output, String runId, boolean overwrite, Map<String, String> flags, Map<String, String> versions)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Sorts the maps, and makes the path the same for all workers. */
    public ResultSettings {
        output = AbsolutePath.of(output);
        flags = new TreeMap<>(flags);
        versions = new TreeMap<>(versions);
    }
}
