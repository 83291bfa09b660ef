package dev.embeam.transform.sink;

import dev.embeam.schema.Calibration;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.RunManifest;
import dev.embeam.schema.StoredFile;
import dev.embeam.schema.json.RunManifestJson;
import dev.embeam.schema.parquet.EmbeddingFileWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Turns the temporary files of a run into a finished output: moves them to their places, writes the manifest last, and
 * deletes what is temporary. May be repeated after a failure at any point, and after success.
 *
 * <p>An output that is replaced loses its manifest first, so that at no time old and new files together look finished; on a
 * file system that renames files at once, that lasts as long as a few renames.
 */
final class Publisher {
    private final WriteSettings settings;
    private final OutputFolder folder;

    Publisher(WriteSettings settings) {
        this.settings = settings;
        folder = OutputFolder.of(settings.output());
    }

    /**
     * Publishes these files; those without rows are left out.
     *
     * @param failures at most one file of failed records
     */
    void publish(List<WrittenFile> written, List<FailureSummary> failures, Calibration calibration) throws IOException {
        Optional<RunManifest> present = folder.manifest();
        if (present.isEmpty() || !present.get().runId().equals(settings.runId())) {
            OutputFolder.requireWritable(settings.output(), settings.overwrite());
            replace(inOrder(written, calibration), failures, written, calibration);
        }
        folder.deleteTemporaryFiles(settings.runId());
    }

    private void replace(
            List<WrittenFile> files, List<FailureSummary> failures, List<WrittenFile> written, Calibration calibration)
            throws IOException {
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            WrittenFile file = files.get(i);
            String name = String.format(Locale.ROOT, "data/part-%05d-of-%05d.parquet", i, files.size());
            moves.add(new Move(file.path(), new StoredFile(name, file.rows(), file.bytes(), file.sha256())));
        }
        int vectors = moves.size();
        for (FailureSummary failed : failures) {
            String name = "failed/failed-00000-of-00001.jsonl";
            moves.add(new Move(failed.path(), new StoredFile(name, failed.count(), failed.bytes(), failed.sha256())));
        }
        clear(moves);
        for (Move move : moves) {
            folder.move(move.from(), folder.file(move.to().path()));
        }
        List<StoredFile> stored = moves.stream().map(Move::to).toList();
        writeManifest(
                manifest(stored.subList(0, vectors), stored.subList(vectors, stored.size()), written, calibration));
    }

    /** By the place of the first document, which does not depend on who wrote what first. */
    private List<WrittenFile> inOrder(List<WrittenFile> written, Calibration calibration) throws IOException {
        List<WrittenFile> files = new ArrayList<>(written);
        files.removeIf(file -> file.rows() == 0);
        if (files.isEmpty()) {
            files.add(emptyFile(calibration));
        }
        files.sort(Comparator.comparing(WrittenFile::firstSource)
                .thenComparingLong(WrittenFile::firstPosition)
                .thenComparing(WrittenFile::path));
        return files;
    }

    private WrittenFile emptyFile(Calibration calibration) throws IOException {
        String path = folder.temporary(settings.runId(), "empty.parquet").toString();
        try (EmbeddingFileWriter writer =
                EmbeddingFileWriter.open(OutputFolder.create(path), settings.finalFormat(calibration))) {
            String sha256 = writer.finish();
            return new WrittenFile(
                    path, 0, writer.bytes(), sha256, "", 0, EncodingCounts.NONE, Calibration.NONE, "", 0);
        }
    }

    /** Deletes the manifest and the files of former runs, but not what an earlier attempt has moved already. */
    private void clear(List<Move> moves) throws IOException {
        List<String> keep = new ArrayList<>();
        for (Move move : moves) {
            if (!folder.exists(move.from())) {
                keep.add(move.to().path());
            }
        }
        List<ResourceId> stale = new ArrayList<>();
        for (String path : existing()) {
            if (!keep.contains(path)) {
                stale.add(folder.file(path));
            }
        }
        folder.delete(List.of(folder.file(OutputFolder.MANIFEST)));
        folder.delete(stale);
    }

    private List<String> existing() throws IOException {
        List<String> existing = new ArrayList<>(folder.list("data", "part-*.parquet"));
        existing.addAll(folder.list("failed", "failed-*.jsonl"));
        return existing;
    }

    private void writeManifest(RunManifest manifest) throws IOException {
        ResourceId temporary = folder.temporary(settings.runId(), OutputFolder.MANIFEST);
        folder.write(temporary, RunManifestJson.write(manifest));
        folder.move(temporary, folder.file(OutputFolder.MANIFEST));
    }

    private RunManifest manifest(
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

    /** A temporary file and what it becomes. */
    private record Move(String path, StoredFile to) {
        ResourceId from() {
            return FileSystems.matchNewResource(path, false);
        }
    }
}
