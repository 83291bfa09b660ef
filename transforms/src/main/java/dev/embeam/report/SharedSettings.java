package dev.embeam.report;

import dev.embeam.schema.EvaluationReport;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The settings of several evaluations, said once where all agree.
 *
 * @param common those of all
 * @param own by data set, those in which it differs from another; unset ones are left out
 */
record SharedSettings(Map<String, String> common, Map<String, Map<String, String>> own) {
    static SharedSettings of(BenchmarkReport report) {
        Map<String, String> common = new LinkedHashMap<>();
        report.evaluations().stream().findFirst().ifPresent(first -> common.putAll(first.settings()));
        for (EvaluationReport evaluation : report.evaluations()) {
            common.entrySet().retainAll(evaluation.settings().entrySet());
        }
        Map<String, Map<String, String>> own = new LinkedHashMap<>();
        for (EvaluationReport evaluation : report.evaluations()) {
            Map<String, String> rest = new LinkedHashMap<>(evaluation.settings());
            rest.keySet().removeAll(common.keySet());
            rest.values().removeIf(String::isEmpty);
            own.put(evaluation.dataset() + " (" + evaluation.task().label() + ")", rest);
        }
        common.values().removeIf(String::isEmpty);
        return new SharedSettings(common, own);
    }
}
