package dev.embeam.transform.evaluate;

import dev.embeam.evaluation.Evaluation;
import dev.embeam.evaluation.EvaluationPlan;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation a JVM and plan, however many functions and slots use it, so that texts are read and encoded once. Users are
 * counted; it is let go when the last one releases it. Thread-safe.
 */
final class SharedEvaluation {
    private static final Map<EvaluationPlan, SharedEvaluation> EVALUATIONS = new HashMap<>();

    private final EvaluationPlan plan;
    private @Nullable Evaluation evaluation;
    private int users;

    private SharedEvaluation(EvaluationPlan plan) {
        this.plan = plan;
    }

    /** Registers a user, who must {@link #release} exactly once. */
    static SharedEvaluation acquire(EvaluationPlan plan) {
        synchronized (EVALUATIONS) {
            SharedEvaluation shared = EVALUATIONS.computeIfAbsent(plan, SharedEvaluation::new);
            shared.users++;
            return shared;
        }
    }

    /** The evaluation, read at the first call. A failed read fails for its caller alone; the next call tries again. */
    synchronized Evaluation get() {
        Evaluation read = evaluation;
        if (read == null) {
            read = plan.load();
            evaluation = read;
        }
        return read;
    }

    /** Unregisters a user. */
    void release() {
        synchronized (EVALUATIONS) {
            users--;
            if (users == 0) {
                EVALUATIONS.remove(plan);
            }
        }
    }
}
