package dev.embeam.transform.evaluate;

import dev.embeam.evaluation.Evaluation;
import dev.embeam.evaluation.EvaluationPlan;
import dev.embeam.evaluation.Outcome;
import dev.embeam.evaluation.Trial;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Runs the trials of an {@link Evaluation} on all workers: those on the validation part, then those that they choose on the
 * test part. Gives all outcomes; {@link ReportTrials} makes the report of them. An outcome depends on its trial alone, not
 * on worker or order.
 *
 * <p>Each JVM reads and encodes the texts once. Counter: {@code trials}.
 */
public final class RunTrials extends PTransform<PBegin, PCollection<Outcome>> {
    private static final long serialVersionUID = 1L;

    private final EvaluationPlan plan;
    private final List<Trial> validationTrials;
    private final String runId;

    private RunTrials(EvaluationPlan plan, List<Trial> validationTrials, String runId) {
        this.plan = plan;
        this.validationTrials = validationTrials;
        this.runId = runId;
    }

    /**
     * The trials of this evaluation, which has been loaded to check its data set.
     *
     * @param runId the name under which scored rows are counted for showing
     */
    public static RunTrials of(EvaluationPlan plan, Evaluation evaluation, String runId) {
        return new RunTrials(plan, List.copyOf(evaluation.validationTrials()), runId);
    }

    @Override
    public PCollection<Outcome> expand(PBegin begin) {
        PCollection<Outcome> validation = run(
                "validation",
                begin.apply(
                        "List candidates", Create.of(validationTrials).withCoder(SerializableCoder.of(Trial.class))));
        PCollectionView<List<Outcome>> known = validation.apply("Wait for all", View.asList());
        PCollection<Trial> chosen = begin.apply(
                        "List systems",
                        Create.of(IntStream.range(0, plan.systems().size())
                                        .boxed()
                                        .toList())
                                .withCoder(VarIntCoder.of()))
                .apply("Choose", ParDo.of(new TestTrialsFn(plan, known)).withSideInputs(known))
                .setCoder(SerializableCoder.of(Trial.class));
        return PCollectionList.of(validation).and(run("test", chosen)).apply("All outcomes", Flatten.pCollections());
    }

    private PCollection<Outcome> run(String part, PCollection<Trial> trials) {
        return trials.apply("Spread " + part + " trials", Reshuffle.viaRandomKey())
                .apply("Run " + part + " trials", ParDo.of(new RunTrialFn(plan, runId)))
                .setCoder(SerializableCoder.of(Outcome.class));
    }
}
