package dev.embeam.transform.sink;

import java.io.Serializable;
import java.util.UUID;

/**
 * A run that writes documents, and the folder it writes.
 *
 * @param output path of the folder
 * @param runId name of the run
 * @param maxFailures how many records may fail
 * @param overwrite whether a finished output may be replaced
 */
record OutputRun(String output, String runId, long maxFailures, boolean overwrite) implements Serializable {
    private static final long serialVersionUID = 1L;

    OutputFolder folder() {
        return OutputFolder.of(output);
    }

    /** A temporary path nobody has used, with this ending. */
    String newPath(String ending) {
        return folder().temporary(runId, UUID.randomUUID() + ending).toString();
    }
}
