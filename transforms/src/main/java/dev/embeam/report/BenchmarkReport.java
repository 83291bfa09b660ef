package dev.embeam.report;

import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.Task;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a benchmark gave.
 *
 * @param name of the suite
 * @param evaluations one a data set, in the order of the suite
 */
public record BenchmarkReport(String name, List<EvaluationReport> evaluations) {
    /** Copies the list. */
    public BenchmarkReport {
        evaluations = List.copyOf(evaluations);
    }

    /** The tasks that were evaluated, in JMTEB's order. */
    public List<Task> tasks() {
        return Stream.of(Task.values())
                .filter(task -> !evaluations(task).isEmpty())
                .toList();
    }

    /** The evaluations of one task. */
    public List<EvaluationReport> evaluations(Task task) {
        return evaluations.stream()
                .filter(evaluation -> evaluation.task() == task)
                .toList();
    }
}
