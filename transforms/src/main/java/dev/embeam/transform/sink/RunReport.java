package dev.embeam.transform.sink;

import dev.embeam.schema.Calibration;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.RunManifest;
import dev.embeam.schema.StoredFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a run says of itself: its {@link RunManifest}. */
final class RunReport {
    private final WriteSettings settings;

    RunReport(WriteSettings settings) {
        this.settings = settings;
    }

    /**
     * The manifest of a run that is about to end.
     *
     * @param files of vectors, in their places
     * @param failed files of failed records, in their places
     * @param written the files of vectors as they were written
     */
    RunManifest manifest(
            List<StoredFile> files, List<StoredFile> failed, List<WrittenFile> written, Calibration calibration) {
        WriteSettings.Description description = settings.description();
        long now = System.currentTimeMillis();
        long closed =
                written.stream().mapToLong(WrittenFile::closedMillis).max().orElse(now);
        return new RunManifest(
                RunManifest.FORMAT_VERSION,
                settings.runId(),
                Instant.ofEpochMilli(now).toString(),
                description.modelFingerprint(),
                description.model(),
                settings.layout().dim(),
                settings.layout().precision(),
                counts(files, written),
                failed.stream().mapToLong(StoredFile::rows).sum(),
                files,
                failed,
                settings.finalFormat(calibration).calibration(),
                description.flags(),
                description.versions(),
                written.stream().map(WrittenFile::kernel).distinct().sorted().toList(),
                Map.of(
                        "encode", (closed - settings.startedMillis()) / 1000.0,
                        "publish", (now - closed) / 1000.0));
    }

    private static EncodingCounts counts(List<StoredFile> files, List<WrittenFile> written) {
        EncodingCounts met =
                written.stream().map(WrittenFile::counts).reduce(EncodingCounts.NONE, EncodingCounts::plus);
        long documents = files.stream().mapToLong(StoredFile::rows).sum();
        return new EncodingCounts(documents, met.tokens(), met.unknownTokens(), met.emptyTexts(), met.truncatedTexts());
    }
}
