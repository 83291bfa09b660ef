package dev.embeam.report;

import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.SystemReport;
import dev.embeam.schema.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * The scores of a benchmark by system. A mean is there only for a system that has all of its parts, so that means compare
 * like with like.
 */
final class Scoreboard {
    private final BenchmarkReport benchmark;
    private final Map<SystemName, Map<EvaluationReport, SystemReport>> bySystem = new LinkedHashMap<>();

    Scoreboard(BenchmarkReport benchmark) {
        this.benchmark = benchmark;
        for (EvaluationReport evaluation : benchmark.evaluations()) {
            for (SystemReport system : evaluation.systems()) {
                bySystem.computeIfAbsent(system.system().whole(), name -> new LinkedHashMap<>())
                        .put(evaluation, system);
            }
        }
    }

    BenchmarkReport benchmark() {
        return benchmark;
    }

    /** All systems, in the order they were met. */
    List<SystemName> all() {
        return List.copyOf(bySystem.keySet());
    }

    /** The systems that searched whole collections. */
    List<SystemName> whole() {
        return all().stream().filter(Systems::whole).toList();
    }

    /** The models, in the order they were met. */
    List<String> models() {
        Set<String> models = new LinkedHashSet<>();
        all().forEach(system -> models.add(system.model()));
        return List.copyOf(models);
    }

    int datasets(SystemName system) {
        return bySystem.getOrDefault(system, Map.of()).size();
    }

    Optional<Estimate> score(SystemName system, EvaluationReport evaluation) {
        return Optional.ofNullable(bySystem.getOrDefault(system, Map.of()).get(evaluation))
                .map(report -> Estimate.of(report.value(evaluation.mainMeasure())));
    }

    /** Mean over the data sets of a task. */
    Optional<Estimate> task(SystemName system, Task task) {
        return mean(system, benchmark.evaluations(task));
    }

    /** Mean over all data sets: JMTEB's average. */
    Optional<Estimate> micro(SystemName system) {
        return mean(system, benchmark.evaluations());
    }

    /** Mean over the means of the tasks. */
    Optional<Estimate> macro(SystemName system) {
        List<Estimate> tasks = new ArrayList<>();
        for (Task task : benchmark.tasks()) {
            task(system, task).ifPresent(tasks::add);
        }
        return tasks.isEmpty() || tasks.size() < benchmark.tasks().size()
                ? Optional.empty()
                : Optional.of(Estimate.mean(tasks));
    }

    /** Mean over the data sets that a system has; it has one or more. */
    Estimate own(SystemName system) {
        List<Estimate> scores = new ArrayList<>();
        bySystem.getOrDefault(system, Map.of())
                .forEach((evaluation, report) -> scores.add(Estimate.of(report.value(evaluation.mainMeasure()))));
        return Estimate.mean(scores);
    }

    /** The data sets that all of these systems have. */
    List<EvaluationReport> shared(List<SystemName> systems) {
        return benchmark.evaluations().stream()
                .filter(evaluation -> systems.stream()
                        .allMatch(system -> score(system, evaluation).isPresent()))
                .toList();
    }

    /** Mean over these data sets. */
    Optional<Estimate> mean(SystemName system, List<EvaluationReport> evaluations) {
        List<Estimate> scores = new ArrayList<>();
        for (EvaluationReport evaluation : evaluations) {
            score(system, evaluation).ifPresent(scores::add);
        }
        return scores.isEmpty() || scores.size() < evaluations.size()
                ? Optional.empty()
                : Optional.of(Estimate.mean(scores));
    }

    /** A cost summed over those of these data sets where it is known. */
    OptionalDouble total(SystemName system, String cost, List<EvaluationReport> evaluations) {
        double[] known = known(system, cost, evaluations);
        return known.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(known).sum());
    }

    /** The largest value of a cost over the data sets of a system. */
    OptionalDouble most(SystemName system, String cost) {
        return Arrays.stream(known(system, cost, benchmark.evaluations())).max();
    }

    private double[] known(SystemName system, String cost, List<EvaluationReport> evaluations) {
        Map<EvaluationReport, SystemReport> reports = bySystem.getOrDefault(system, Map.of());
        return evaluations.stream()
                .flatMap(evaluation -> Optional.ofNullable(reports.get(evaluation)).stream())
                .flatMap(report -> Optional.ofNullable(report.costs().get(cost)).stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** Descending by what is there; systems without it last, in the order they were met. */
    static Comparator<SystemName> byScore(Function<SystemName, Optional<Estimate>> score) {
        return Comparator.comparingDouble((SystemName system) ->
                score.apply(system).map(estimate -> -estimate.value()).orElse(Double.POSITIVE_INFINITY));
    }
}
