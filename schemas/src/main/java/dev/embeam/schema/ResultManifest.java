package dev.embeam.schema;

import java.util.List;
import java.util.Map;

/**
 * What an evaluation wrote and how: its {@code manifest.json}, the last file of the output.
 *
 * @param runId the run
 * @param created when it was published, ISO 8601 in UTC
 * @param files all other files, in the order they were written; {@code rows} are lines
 * @param settings every flag of the run by name
 * @param versions of Embeam, Beam, the runner and Java
 */
public record ResultManifest(
        String runId,
        String created,
        List<StoredFile> files,
        Map<String, String> settings,
        Map<String, String> versions) {
    /** Copies the list. */
    public ResultManifest {
        files = List.copyOf(files);
    }
}
