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

/**
 * Turns the temporary files of a run into a finished output: moves them to their places, writes the manifest last, and
 * deletes what is temporary. May be repeated after a failure at any point, and after success.
 *
 * <p>An output that is replaced loses its manifest first, so that at no time old and new files together look finished; on a
 * file system that renames files at once, that lasts as long as a few renames. {@link Commit} says how it is repeated.
 */
final class Publication {
    private final OutputRun run;
    private final OutputFolder folder;

    Publication(OutputRun run) {
        this.run = run;
        folder = run.folder();
    }

    /**
     * Publishes these files, or those that an earlier attempt of this run has begun to publish.
     *
     * @param manifest is asked for its text before anything is moved
     */
    void publish(List<Move> moves, Supplier<String> manifest) throws IOException {
        if (!isDone()) {
            OutputFolder.requireWritable(run.output(), run.overwrite());
            commit(moves, manifest).execute(run);
        }
        folder.deleteTemporaryFiles(run.runId());
    }

    private Commit commit(List<Move> moves, Supplier<String> manifest) throws IOException {
        Optional<Commit> begun = Commit.recorded(run);
        if (begun.isPresent()) {
            return begun.get();
        }
        List<Commit.Step> steps = moves.stream()
                .map(move ->
                        new Commit.Step(move.path(), move.to().path(), move.to().bytes()))
                .toList();
        Commit commit = new Commit(steps, former(), manifest.get());
        commit.record(run);
        return commit;
    }

    /** Whether this run has published already. */
    boolean isDone() throws IOException {
        return folder.isPublishedBy(run.runId());
    }

    /** Files of former runs, finished or not. */
    private List<String> former() throws IOException {
        Set<String> former = new LinkedHashSet<>(folder.read(OutputFolder.MANIFEST)
                .map(ResultManifestJson::files)
                .orElse(List.of()));
        former.addAll(folder.list("data", "part-*"));
        former.addAll(folder.list("failed", "failed-*.jsonl"));
        return List.copyOf(former);
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
    record Move(String path, StoredFile to) {}
}
