package dev.embeam.transform.sink;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * What the publication of a run does, written down before it begins. An attempt that finds it goes on with it, whatever it
 * has been given itself: a runner that lost a worker may have had some files written again, under other names and in another
 * order, while the earlier attempt has moved the former ones already.
 *
 * <p>Where the file system renames folders at once, {@code data/} is replaced as a whole: a reader of {@code data/*} sees all
 * rows of one run or none.
 *
 * @param moves files and what they become
 * @param stale files of former runs, by their paths relative to the folder
 * @param manifest text of the manifest
 */
record Commit(List<Step> moves, List<String> stale, String manifest) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "commit.json";
    private static final String DATA = "data/";

    /**
     * A file that moves.
     *
     * @param from temporary path
     * @param to path relative to the folder
     * @param bytes its size
     */
    record Step(String from, String to, long bytes) {
        ResourceId source() {
            return FileSystems.matchNewResource(from, false);
        }
    }

    /** What an earlier attempt of this run has written down. */
    static Optional<Commit> recorded(OutputRun run) throws IOException {
        Optional<String> text = run.folder().read(run.folder().temporary(run.runId(), FILE));
        return text.isEmpty() ? Optional.empty() : Optional.of(JSON.readValue(text.get(), Commit.class));
    }

    /** Writes it down, whole or not at all. */
    void record(OutputRun run) throws IOException {
        OutputFolder folder = run.folder();
        ResourceId draft = folder.temporary(run.runId(), FILE + ".draft");
        folder.write(draft, JSON.writeValueAsString(this));
        folder.move(draft, folder.temporary(run.runId(), FILE));
    }

    /** Does it, or the rest of it. */
    void execute(OutputRun run) throws IOException {
        OutputFolder folder = run.folder();
        boolean swaps = folder.swapsData();
        if (swaps) {
            for (Step step : moves) {
                if (step.to().startsWith(DATA)) {
                    stage(step, folder, run.runId());
                }
            }
        }
        folder.delete(List.of(folder.file(OutputFolder.MANIFEST)));
        if (swaps) {
            folder.swapData(run.runId());
        }
        deleteStale(folder, swaps);
        for (Step step : moves) {
            folder.move(step.source(), folder.file(step.to()));
        }
        ResourceId temporary = folder.temporary(run.runId(), OutputFolder.MANIFEST);
        folder.write(temporary, manifest);
        folder.move(temporary, folder.file(OutputFolder.MANIFEST));
    }

    /** Moves a file to where it waits for the swap, unless it has been swapped already. */
    private static void stage(Step step, OutputFolder folder, String runId) throws IOException {
        boolean swapped = !folder.exists(step.source()) && folder.size(folder.file(step.to())) == step.bytes();
        ResourceId staged = folder.staged(runId, step.to().substring(DATA.length()));
        if (!swapped || folder.exists(staged)) {
            folder.move(step.source(), staged);
        }
    }

    /** Deletes what former runs have left, but not what has been moved already. */
    private void deleteStale(OutputFolder folder, boolean swapped) throws IOException {
        Set<String> gone = new LinkedHashSet<>(stale);
        gone.removeIf(path -> swapped && path.startsWith(DATA));
        for (Step step : moves) {
            if (!folder.exists(step.source())) {
                gone.remove(step.to());
            }
        }
        folder.delete(gone.stream().map(folder::file).toList());
    }
}
