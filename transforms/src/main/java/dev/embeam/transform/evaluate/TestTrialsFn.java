package dev.embeam.transform.evaluate;

import dev.embeam.evaluation.EvaluationPlan;
import dev.embeam.evaluation.Outcome;
import dev.embeam.evaluation.Trial;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;

/** Says, for every system, what is to be tried on the test part once all outcomes on the validation part are there. */
final class TestTrialsFn extends DoFn<Integer, Trial> {
    private static final long serialVersionUID = 1L;

    private final EvaluationPlan plan;
    private final PCollectionView<List<Outcome>> validation;

    TestTrialsFn(EvaluationPlan plan, PCollectionView<List<Outcome>> validation) {
        this.plan = plan;
        this.validation = validation;
    }

    @ProcessElement
    public void process(@Element Integer system, ProcessContext context, OutputReceiver<Trial> out) {
        try (EvaluationLease lease = EvaluationLease.of(plan)) {
            lease.evaluation()
                    .testTrials(system, List.copyOf(context.sideInput(validation)))
                    .forEach(out::output);
        }
    }
}
