package dev.embeam.evaluation;

import java.io.Serializable;

/** Where a task's data set comes from, in the form in which it travels to workers. Implementations are records. */
public interface TaskSource extends Serializable {
    /**
     * Reads it.
     *
     * @throws dev.embeam.schema.CorruptDataException if a file is not as it should be
     * @throws IllegalArgumentException if the data set does not fit the task
     */
    TaskEvaluation load(EvaluationRules rules);
}
