package dev.embeam.transform.evaluate;

import dev.embeam.evaluation.Evaluation;
import dev.embeam.evaluation.EvaluationPlan;

/**
 * The use of an evaluation outside of the functions that run trials: what checks a data set before a job and the workers of
 * that job in the same JVM read it once. Close it when the job has ended.
 */
public final class EvaluationLease implements AutoCloseable {
    private final SharedEvaluation shared;

    private EvaluationLease(SharedEvaluation shared) {
        this.shared = shared;
    }

    /** A lease of the evaluation that is planned. */
    public static EvaluationLease of(EvaluationPlan plan) {
        return new EvaluationLease(SharedEvaluation.acquire(plan));
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
        shared.release();
    }
}
