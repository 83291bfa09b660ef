package dev.embeam.schema.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.MeasureValue;
import dev.embeam.schema.SystemReport;
import dev.embeam.schema.Task;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The result files of JMTEB: {@code <Task>/scores_<dataset>.json} and {@code summary.json}, with its names, its indent of 4
 * and scores from 0 to 1 as doubles. A system without a choice of variants has its model's name where a variant's name
 * stands.
 */
public final class JmtebScores {
    private JmtebScores() {}

    /** The scores of one system over one data set. */
    public static String write(EvaluationReport report, SystemReport system) {
        return IndentedJson.of(json -> writeScores(report, system, json));
    }

    private static void writeScores(EvaluationReport report, SystemReport system, JsonGenerator json)
            throws IOException {
        String variant = system.variant().isEmpty() ? system.system().model() : system.variant();
        MeasureValue main = system.value(report.mainMeasure());
        json.writeStartObject();
        json.writeStringField("metric_name", main.shortName());
        IndentedJson.writeNumber(json, "metric_value", main.value());
        json.writeObjectFieldStart("details");
        json.writeStringField(optimalName(report.task()), variant);
        json.writeObjectFieldStart("val_scores");
        for (Map.Entry<String, Map<String, Double>> tried : system.validation().entrySet()) {
            writeScores(tried.getKey(), tried.getValue(), json);
        }
        json.writeEndObject();
        json.writeObjectFieldStart("test_scores");
        writeScores(variant, test(system), json);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeScores(String variant, Map<String, Double> scores, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(variant);
        for (Map.Entry<String, Double> score : scores.entrySet()) {
            IndentedJson.writeNumber(json, shortName(score.getKey()), score.getValue());
        }
        json.writeEndObject();
    }

    private static Map<String, Double> test(SystemReport system) {
        Map<String, Double> scores = new LinkedHashMap<>();
        system.test().forEach(value -> scores.put(value.measure(), value.value()));
        return scores;
    }

    private static String optimalName(Task task) {
        return switch (task) {
            case RETRIEVAL, RERANKING, PAIR_CLASSIFICATION -> "optimal_distance_metric";
            case STS -> "optimal_similarity_metric";
            case CLASSIFICATION -> "optimal_classifier_name";
            case CLUSTERING -> "optimal_clustering_model_name";
        };
    }

    /**
     * {@code summary.json}: the main measure of every data set of one system, tasks in JMTEB's order, data sets in that of
     * the reports.
     *
     * @param scores by evaluation, the system's part of it
     */
    public static String summary(Map<EvaluationReport, SystemReport> scores) {
        Map<Task, Map<String, MeasureValue>> byTask = new EnumMap<>(Task.class);
        scores.forEach((report, system) -> byTask.computeIfAbsent(report.task(), task -> new LinkedHashMap<>())
                .put(report.dataset(), system.value(report.mainMeasure())));
        return IndentedJson.of(json -> {
            json.writeStartObject();
            for (Map.Entry<Task, Map<String, MeasureValue>> task : byTask.entrySet()) {
                writeTask(task.getKey(), task.getValue(), json);
            }
            json.writeEndObject();
        });
    }

    private static void writeTask(Task task, Map<String, MeasureValue> values, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(task.label());
        for (Map.Entry<String, MeasureValue> value : values.entrySet()) {
            json.writeObjectFieldStart(value.getKey());
            IndentedJson.writeNumber(
                    json, value.getValue().shortName(), value.getValue().value());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static String shortName(String measure) {
        return measure.substring(measure.indexOf(':') + 1);
    }
}
