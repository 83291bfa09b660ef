package dev.embeam.transform.evaluate;

import dev.embeam.evaluation.EvaluationPlan;
import dev.embeam.evaluation.Outcome;
import dev.embeam.evaluation.Trial;
import dev.embeam.progress.Progress;
import java.util.Objects;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.jspecify.annotations.Nullable;

/** Runs trials on the texts and vectors that all trials of a JVM share. */
final class RunTrialFn extends DoFn<Trial, Outcome> {
    private static final long serialVersionUID = 1L;

    private final Counter trials = Metrics.counter(RunTrials.class, "trials");
    private final EvaluationPlan plan;
    private final String runId;
    private transient @Nullable EvaluationLease lease;

    RunTrialFn(EvaluationPlan plan, String runId) {
        this.plan = plan;
        this.runId = runId;
    }

    @Setup
    public void acquire() {
        lease = EvaluationLease.of(plan);
    }

    @ProcessElement
    public void process(@Element Trial trial, OutputReceiver<Outcome> out) {
        Outcome outcome = Objects.requireNonNull(lease).evaluation().run(trial);
        trials.inc();
        Progress.of(runId).addDocumentsWritten(outcome.values().length);
        out.output(outcome);
    }

    @Teardown
    public void release() {
        if (lease != null) {
            lease.close();
            lease = null;
        }
    }
}
