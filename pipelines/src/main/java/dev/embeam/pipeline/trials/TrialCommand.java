package dev.embeam.pipeline.trials;

import dev.embeam.evaluation.EvaluationPlan;
import dev.embeam.evaluation.EvaluationRules;
import dev.embeam.evaluation.TaskSource;
import dev.embeam.pipeline.launch.Command;
import dev.embeam.pipeline.launch.Flag;
import dev.embeam.pipeline.launch.Job;
import dev.embeam.pipeline.launch.JobFailedException;
import dev.embeam.pipeline.launch.ProgressMode;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.pipeline.launch.Versions;
import dev.embeam.pipeline.option.Choice;
import dev.embeam.pipeline.option.EvaluationSettings;
import dev.embeam.transform.evaluate.EvaluationLease;
import dev.embeam.transform.evaluate.PartFiles;
import dev.embeam.transform.evaluate.ReportTrials;
import dev.embeam.transform.evaluate.RunTrials;
import dev.embeam.transform.sink.OutputFolder;
import dev.embeam.transform.sink.ResultSettings;
import dev.embeam.transform.sink.WriteEvaluation;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;

/**
 * An evaluation by trials, whatever the task.
 *
 * <p>{@code data set, models -> RunTrials -> Outcome -> ReportTrials -> EvaluationOutput -> WriteEvaluation -> output folder}
 *
 * @param <O> the flags
 */
abstract class TrialCommand<O extends TrialOptions> implements Command<O> {
    /** The task over the data set that the flags name. */
    abstract TaskSource source(O options, PartFiles files);

    /** How many seeds a random winner is tried with. */
    int seeds(O options) {
        return 1;
    }

    @Override
    public final void run(O options, Terminal terminal) throws Exception {
        ProgressMode progress = Choice.of(ProgressMode.class, "progress", options.getProgress());
        String runId = Job.newRunId();
        Job.prepare(options);
        Pipeline pipeline = Pipeline.create(options);
        OutputFolder.requireWritable(options.getOutput(), options.isOverwrite());
        TaskSource source =
                source(options, new PartFiles(options.getTrain(), options.getValidation(), options.getTest()));
        try (TrialSystems systems = TrialSystems.of(options)) {
            EvaluationPlan plan = plan(options, source, systems);
            try (EvaluationLease lease = EvaluationLease.of(plan)) {
                pipeline.apply("Run trials", RunTrials.of(plan, lease.evaluation(), runId))
                        .apply("Write evaluation", WriteEvaluation.of(results(options, runId), new ReportTrials(plan)));
                OutputFolder.of(options.getOutput()).tryWriting(runId);
                run(pipeline, options, runId, progress, terminal);
            }
        }
    }

    /** A job that failed leaves nothing behind. */
    private void run(Pipeline pipeline, O options, String runId, ProgressMode progress, Terminal terminal)
            throws JobFailedException, IOException {
        try {
            Job.run(pipeline, runId, 0, progress, terminal);
        } catch (JobFailedException failed) {
            OutputFolder.of(options.getOutput()).deleteTemporaryFiles(runId);
            throw failed;
        }
    }

    private EvaluationPlan plan(O options, TaskSource source, TrialSystems systems) {
        EvaluationRules rules = new EvaluationRules(
                EvaluationSettings.profile(options),
                EvaluationSettings.quirks(options),
                options.getSeed(),
                seeds(options),
                options.getBootstrapSamples());
        Map<String, String> settings = new TreeMap<>(Flag.values(options(), options));
        settings.remove("output");
        return new EvaluationPlan(
                source, options.getDataset(), systems.encodings(), systems.systems(), rules, settings);
    }

    private ResultSettings results(O options, String runId) {
        return new ResultSettings(
                options.getOutput(), runId, options.isOverwrite(), Flag.values(options(), options), Versions.all());
    }
}
