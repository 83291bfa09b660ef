package dev.embeam.transform.evaluate;

import dev.embeam.evaluation.EvaluationPlan;
import dev.embeam.evaluation.Outcome;
import dev.embeam.schema.EvaluationOutput;
import java.util.List;
import org.apache.beam.sdk.transforms.SerializableFunction;

/**
 * The report of all outcomes that {@link RunTrials} gives, as it travels to the worker that writes it.
 *
 * @param plan what was evaluated
 */
public record ReportTrials(EvaluationPlan plan) implements SerializableFunction<List<Outcome>, EvaluationOutput> {
    private static final long serialVersionUID = 1L;

    @Override
    public EvaluationOutput apply(List<Outcome> outcomes) {
        try (EvaluationLease lease = EvaluationLease.of(plan)) {
            return lease.evaluation().report(outcomes);
        }
    }
}
