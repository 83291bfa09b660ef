package dev.embeam.pipeline.trials;

import dev.embeam.evaluation.EvaluationPlan;
import dev.embeam.evaluation.EvaluationRules;
import dev.embeam.evaluation.TaskSource;
import dev.embeam.pipeline.evaluation.EvaluationJob;
import dev.embeam.pipeline.launch.Command;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.pipeline.option.EvaluationSettings;
import dev.embeam.transform.evaluate.EvaluationLease;
import dev.embeam.transform.evaluate.PartFiles;
import dev.embeam.transform.evaluate.ReportTrials;
import dev.embeam.transform.evaluate.RunTrials;
import dev.embeam.transform.sink.WriteEvaluation;
import java.util.Map;
import java.util.TreeMap;

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
        EvaluationJob job = EvaluationJob.prepare(options, options());
        TaskSource source =
                source(options, new PartFiles(options.getTrain(), options.getValidation(), options.getTest()));
        try (TrialSystems systems = TrialSystems.of(options)) {
            EvaluationPlan plan = plan(options, source, systems, job.flags());
            try (EvaluationLease lease = EvaluationLease.of(plan)) {
                job.pipeline()
                        .apply("Run trials", RunTrials.of(plan, lease.evaluation(), job.runId()))
                        .apply("Write evaluation", WriteEvaluation.of(job.resultSettings(), new ReportTrials(plan)));
                job.run(0, terminal);
            }
        }
    }

    private EvaluationPlan plan(O options, TaskSource source, TrialSystems systems, Map<String, String> flags) {
        EvaluationRules rules = new EvaluationRules(
                EvaluationSettings.profile(options),
                EvaluationSettings.quirks(options),
                options.getSeed(),
                seeds(options),
                options.getBootstrapSamples());
        Map<String, String> settings = new TreeMap<>(flags);
        settings.remove("output");
        return new EvaluationPlan(
                source,
                EvaluationSettings.dataset(options, options.getTest()),
                systems.encodings(),
                systems.systems(),
                rules,
                settings,
                systems.warnings());
    }
}
