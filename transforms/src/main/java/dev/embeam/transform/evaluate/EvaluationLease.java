package dev.embeam.transform.evaluate;

import dev.embeam.evaluation.Evaluation;
import dev.embeam.evaluation.EvaluationPlan;
import dev.embeam.sharing.Lease;
import dev.embeam.sharing.Shared;

/**
 * The use of an evaluation outside of the functions that run trials: what checks a data set before a job and the workers of
 * that job in the same JVM read it once. Close it when the job has ended.
 */
public final class EvaluationLease implements AutoCloseable {
    private static final Shared<EvaluationPlan, Evaluation> EVALUATIONS = new Shared<>(EvaluationPlan::load);

    private final Lease<Evaluation> shared;

    private EvaluationLease(Lease<Evaluation> shared) {
        this.shared = shared;
    }

    /** A lease of the evaluation that is planned. */
    public static EvaluationLease of(EvaluationPlan plan) {
        return new EvaluationLease(EVALUATIONS.acquire(plan));
    }

    /**
     * The evaluation, its data set read at the first call in this JVM.
     *
     * @throws dev.embeam.schema.CorruptDataException if a file is not as it should be
     * @throws IllegalArgumentException if the data set does not fit the task
     */
    public Evaluation evaluation() {
        return shared.get();
    }

    @Override
    public void close() {
        shared.close();
    }
}
