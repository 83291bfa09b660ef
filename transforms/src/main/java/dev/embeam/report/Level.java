package dev.embeam.report;

import dev.embeam.schema.Comparison;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.SystemName;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which systems of an evaluation are level with the best: their difference to it may be chance. */
final class Level {
    /** A difference with a smaller adjusted p is taken for real. */
    static final double SIGNIFICANT = 0.05;

    private Level() {}

    /** The system with the highest main measure among those that searched the whole collection; the earlier of equals. */
    static Optional<SystemName> best(EvaluationReport report) {
        return report.systems().stream()
                .filter(system -> Systems.whole(system.system()))
                .min(Comparator.comparingDouble(
                        system -> -system.value(report.mainMeasure()).value()))
                .map(system -> system.system());
    }

    /** The others whose difference to the best is not significant after Holm's correction. */
    static Set<SystemName> withBest(EvaluationReport report) {
        Set<SystemName> level = new HashSet<>();
        best(report).ifPresent(best -> {
            for (Comparison comparison : report.comparisons()) {
                if (comparison.adjusted() >= SIGNIFICANT && comparison.measure().equals(report.mainMeasure())) {
                    addOther(best, comparison, level);
                }
            }
        });
        return level;
    }

    private static void addOther(SystemName best, Comparison comparison, Set<SystemName> level) {
        if (!Systems.whole(comparison.first()) || !Systems.whole(comparison.second())) {
            return;
        }
        if (comparison.first().equals(best)) {
            level.add(comparison.second());
        } else if (comparison.second().equals(best)) {
            level.add(comparison.first());
        }
    }
}
