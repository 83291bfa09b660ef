package dev.embeam.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one evaluation gave.
 *
 * @param task its kind
 * @param dataset name of the data set
 * @param mainMeasure name, with profile, of the measure that stands for the data set
 * @param size how many queries or rows of the test part were scored
 * @param systems one or more, in the order they were asked for
 * @param comparisons all pairs of systems by the main measure; empty for one system
 * @param warnings what a reader should know
 * @param settings flags, seeds, versions: all that is needed to run it again
 */
public record EvaluationReport(
        Task task,
        String dataset,
        String mainMeasure,
        int size,
        List<SystemReport> systems,
        List<Comparison> comparisons,
        List<Warning> warnings,
        Map<String, String> settings) {
    /** Copies lists and maps. */
    public EvaluationReport {
        systems = List.copyOf(systems);
        comparisons = List.copyOf(comparisons);
        warnings = List.copyOf(warnings);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
