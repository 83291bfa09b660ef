package dev.embeam.transform.sink;

import dev.embeam.schema.StoredFile;
import dev.embeam.schema.json.ResultManifestJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Turns the temporary files of a run into a finished output: moves them to their places, writes the manifest last, and
 * deletes what is temporary. May be repeated after a failure at any point, and after success.
 *
 * <p>An output that is replaced loses its manifest first, so that at no time old and new files together look finished; on a
 * file system that renames files at once, that lasts as long as a few renames.
 */
final class Publication {
    private final OutputRun run;
    private final OutputFolder folder;

    Publication(OutputRun run) {
        this.run = run;
        folder = run.folder();
    }

    /**
     * Publishes these files.
     *
     * @param manifest is asked for its text when all of them are in their places
     */
    void publish(List<Move> moves, Supplier<String> manifest) throws IOException {
        Optional<String> present = folder.read(OutputFolder.MANIFEST);
        if (present.isEmpty() || !ResultManifestJson.runId(present.get()).equals(run.runId())) {
            OutputFolder.requireWritable(run.output(), run.overwrite());
            clear(moves, present.map(ResultManifestJson::files).orElse(List.of()));
            for (Move move : moves) {
                folder.move(move.from(), folder.file(move.to().path()));
            }
            ResourceId temporary = folder.temporary(run.runId(), OutputFolder.MANIFEST);
            folder.write(temporary, manifest.get());
            folder.move(temporary, folder.file(OutputFolder.MANIFEST));
        }
        folder.deleteTemporaryFiles(run.runId());
    }

    /** Whether this run has published already. */
    boolean isDone() throws IOException {
        return folder.read(OutputFolder.MANIFEST)
                .filter(manifest -> ResultManifestJson.runId(manifest).equals(run.runId()))
                .isPresent();
    }

    /** Deletes the manifest and the files of former runs, but not what an earlier attempt has moved already. */
    private void clear(List<Move> moves, List<String> former) throws IOException {
        Set<String> stale = new LinkedHashSet<>(former);
        stale.addAll(folder.list("data", "part-*"));
        stale.addAll(folder.list("failed", "failed-*.jsonl"));
        for (Move move : moves) {
            if (!folder.exists(move.from())) {
                stale.remove(move.to().path());
            }
        }
        folder.delete(List.of(folder.file(OutputFolder.MANIFEST)));
        folder.delete(stale.stream().map(folder::file).toList());
    }

    /** By the place of the first document, which does not depend on who wrote what first; without those that are empty. */
    static List<WrittenFile> inOrder(List<WrittenFile> written) {
        return written.stream()
                .filter(file -> file.rows() > 0)
                .sorted(Comparator.comparing(WrittenFile::firstSource)
                        .thenComparingLong(WrittenFile::firstPosition)
                        .thenComparing(WrittenFile::path))
                .toList();
    }

    /** Where files of documents belong. */
    static List<Move> documents(List<WrittenFile> files, String ending) {
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            WrittenFile file = files.get(i);
            String name = String.format(Locale.ROOT, "data/part-%05d-of-%05d%s", i, files.size(), ending);
            moves.add(new Move(file.path(), new StoredFile(name, file.rows(), file.bytes(), file.sha256())));
        }
        return moves;
    }

    /** Where failed records belong. */
    static List<Move> failures(List<FailureSummary> failures) {
        return failures.stream()
                .map(failed -> new Move(
                        failed.path(),
                        new StoredFile(
                                "failed/failed-00000-of-00001.jsonl", failed.count(), failed.bytes(), failed.sha256())))
                .toList();
    }

    /**
     * A temporary file and what it becomes.
     *
     * @param path temporary path
     * @param to its place
     */
    record Move(String path, StoredFile to) {
        ResourceId from() {
            return FileSystems.matchNewResource(path, false);
        }
    }
}
