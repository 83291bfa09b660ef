package dev.embeam.schema;

import java.util.List;
import java.util.Map;

/**
 * What a run wrote and how: {@code manifest.json}, the last file of an output. An output without it is not finished. The
 * Avro schema {@code run-manifest.avsc} says the same about the stored form.
 *
 * @param formatVersion version of this record and of the layout of the files, now {@link #FORMAT_VERSION}
 * @param runId the run
 * @param created when the run published its output, ISO 8601 in UTC
 * @param modelFingerprint of the model
 * @param model what else is known of the model
 * @param width columns of a vector
 * @param precision how the numbers are stored
 * @param counts what was met while encoding, rows that were dropped as duplicates included, except that {@code documents}
 *     are the stored rows
 * @param failed records that are no documents, duplicates included
 * @param files the vectors, in order
 * @param failedFiles the failed records; none when no record failed
 * @param calibration of int8; {@link Calibration#NONE} otherwise
 * @param settings every flag of the run by name
 * @param versions of Embeam, Beam, the runner and Java
 * @param kernels arithmetic that ran on the workers, such as {@code simd-512}; sorted
 * @param seconds wall time of each phase: {@code encode} from the start until the last file was closed, {@code publish}
 *     until the manifest was written
 */
public record RunManifest(
        int formatVersion,
        String runId,
        String created,
        String modelFingerprint,
        Map<String, String> model,
        int width,
        Precision precision,
        EncodingCounts counts,
        long failed,
        List<StoredFile> files,
        List<StoredFile> failedFiles,
        Calibration calibration,
        Map<String, String> settings,
        Map<String, String> versions,
        List<String> kernels,
        Map<String, Double> seconds) {
    /** The version this code writes, and the only one it reads. */
    public static final int FORMAT_VERSION = 1;

    /** Takes copies that do not change. */
    public RunManifest {
        model = Map.copyOf(model);
        files = List.copyOf(files);
        failedFiles = List.copyOf(failedFiles);
        settings = Map.copyOf(settings);
        versions = Map.copyOf(versions);
        kernels = List.copyOf(kernels);
        seconds = Map.copyOf(seconds);
    }

    /** Share of unknown tokens, from 0 to 1; 0 when there are no tokens. */
    public double unknownTokenRate() {
        return counts.tokens() == 0 ? 0 : (double) counts.unknownTokens() / counts.tokens();
    }
}
