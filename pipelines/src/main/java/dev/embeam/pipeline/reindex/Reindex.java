package dev.embeam.pipeline.reindex;

import dev.embeam.kernel.VectorKernels;
import dev.embeam.pipeline.counting.CollectionFrequencies;
import dev.embeam.pipeline.gate.Gate;
import dev.embeam.pipeline.launch.Command;
import dev.embeam.pipeline.launch.Job;
import dev.embeam.pipeline.launch.JobFailedException;
import dev.embeam.pipeline.launch.Launcher;
import dev.embeam.pipeline.launch.ProgressMode;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.pipeline.option.Choice;
import dev.embeam.pipeline.option.Settings;
import dev.embeam.schema.IdBlock;
import dev.embeam.snapshot.TableSnapshot;
import dev.embeam.snapshot.TableState;
import dev.embeam.snapshot.VectorTable;
import dev.embeam.transform.embed.Embed;
import dev.embeam.transform.embed.ModelLease;
import dev.embeam.transform.embed.ModelSource;
import dev.embeam.transform.io.MatchedFiles;
import dev.embeam.transform.io.ReadDocuments;
import dev.embeam.transform.sink.SnapshotSettings;
import dev.embeam.transform.sink.TableFolder;
import dev.embeam.transform.sink.WriteSnapshot;
import dev.embeam.transform.snapshot.FindChanged;
import dev.embeam.transform.snapshot.ReadStoredIds;
import dev.embeam.transform.snapshot.StoredRows;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.PCollection;

/**
 * Makes a table of vectors hold what a collection holds: encodes what is new or changed, deletes what is gone, and commits the
 * next snapshot at once.
 *
 * <p>Input: files of documents, and the table's current snapshot. Output: the table's next snapshot.
 *
 * <p>{@code files -> ReadDocuments -> FindChanged -> Embed -> WriteSnapshot -> table}
 *
 * <pre>{@code
 * ./embeam reindex --input='corpus/*.jsonl.gz' --model=models/static-embedding-japanese --table=vectors-table
 * }</pre>
 */
public final class Reindex implements Command<ReindexOptions> {
    /** Entry for {@code flink run --class}. */
    public static void main(String[] flags) {
        Launcher.exit(Launcher.run(new Reindex(), Terminal.ofProcess(), flags));
    }

    @Override
    public String name() {
        return "reindex";
    }

    @Override
    public String summary() {
        return "bring a table of vectors up to date with a collection, encoding only what changed";
    }

    @Override
    public Class<ReindexOptions> options() {
        return ReindexOptions.class;
    }

    @Override
    public void run(ReindexOptions options, Terminal terminal) throws Exception {
        ReindexSummary summary = new ReindexSummary(options.getTable());
        ProgressMode progress = Choice.of(ProgressMode.class, "progress", options.getProgress());
        String runId = Job.newRunId();
        Job.prepare(options);
        Pipeline pipeline = Pipeline.create(options);
        MatchedFiles files = MatchedFiles.match(options.getInput(), Settings.read(options, runId));
        Optional<Gate> gate = gate(options);
        ModelSource model = model(options);
        try (ModelLease lease = model.lease()) {
            ReindexPlan plan = ReindexPlan.of(options, files, lease.model().card());
            Optional<TableSnapshot> same = plan.sameAsCurrent();
            if (same.isPresent()) {
                terminal.out().print(summary.nothingChanged(same.get()));
                return;
            }
            plan.requireModelFor(gate);
            SnapshotSettings settings = plan.settings(runId);
            build(pipeline, files, model, settings, plan.rows(settings), Job.workers(options));
            run(pipeline, files, settings, progress, terminal);
            made(settings).ifPresent(snapshot -> terminal.out().print(summary.of(snapshot)));
            if (gate.isPresent()) {
                gate.get()
                        .check(VectorTable.open(settings.state().location()), settings.branch(), terminal)
                        .requirePassed();
            }
        }
    }

    private static Optional<Gate> gate(ReindexOptions options) throws IOException {
        return options.getGateSuite().isEmpty() ? Optional.empty() : Optional.of(Gate.of(options));
    }

    private static ModelSource model(ReindexOptions options) {
        ModelSource model = Settings.source(options, options.getModel());
        if (CollectionFrequencies.wanted(model)) {
            throw new IllegalArgumentException("--sifFrequencies is " + options.getSifFrequencies()
                    + ", by which every change of the collection moves every vector; expected frequencies that stay,"
                    + " such as the word-counts.tsv of an encode output");
        }
        return model;
    }

    static void build(
            Pipeline pipeline,
            MatchedFiles files,
            ModelSource model,
            SnapshotSettings settings,
            StoredRows rows,
            int workers) {
        PCollection<IdBlock> storedIds = pipeline.apply("Read the table's ids", ReadStoredIds.of(rows));
        TableState state = settings.state();
        TableState compared = settings.replaces()
                ? new TableState(state.location(), state.folder(), TableState.NONE, List.of())
                : state;
        pipeline.apply("Read documents", ReadDocuments.of(files).withWorkers(workers))
                .apply("Find changed", FindChanged.since(compared))
                .apply("Embed", Embed.of(model))
                .apply("Write snapshot", WriteSnapshot.of(settings, VectorKernels::provider, storedIds));
    }

    /** A job that failed leaves nothing behind, unless it had committed before. */
    private static void run(
            Pipeline pipeline, MatchedFiles files, SnapshotSettings settings, ProgressMode progress, Terminal terminal)
            throws JobFailedException, IOException {
        String runId = settings.write().runId();
        try {
            Job.run(pipeline, runId, files.totalBytes(), progress, terminal);
        } catch (JobFailedException failed) {
            if (made(settings).isEmpty()) {
                TableFolder.of(settings.state().folder()).deleteRun(runId);
                throw failed;
            }
        }
    }

    private static Optional<TableSnapshot> made(SnapshotSettings settings) {
        return VectorTable.open(settings.state().location())
                .madeBy(settings.write().runId());
    }
}
