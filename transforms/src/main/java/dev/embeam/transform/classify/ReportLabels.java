package dev.embeam.transform.classify;

import dev.embeam.classify.CascadeScores;
import dev.embeam.classify.JudgedDocuments;
import dev.embeam.classify.LabelEvaluation;
import dev.embeam.classify.LabelScore;
import dev.embeam.schema.CascadeReport;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.SystemReport;
import dev.embeam.schema.Task;
import dev.embeam.schema.json.CascadeReportJson;
import dev.embeam.schema.json.EvaluationReportJson;
import dev.embeam.schema.json.JsonLine;
import dev.embeam.statistic.Bootstrap;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes the files beside the predictions: {@code evaluation.json} and {@code labels.jsonl} where right labels are known,
 * {@code cascade.json} where there is a cascade.
 */
public final class ReportLabels implements SerializableFunction<Iterable<JudgedDocuments>, Map<String, List<String>>> {
    /** The file of the scores of every label. */
    public static final String LABELS = "labels.jsonl";

    private static final long serialVersionUID = 1L;

    private final Evaluated evaluated;
    private final @Nullable Gated gated;

    private ReportLabels(Evaluated evaluated, @Nullable Gated gated) {
        this.evaluated = evaluated;
        this.gated = gated;
    }

    /**
     * What is evaluated.
     *
     * @param labels names of the labels by their numbers
     * @param topK how many labels a document gets at most, or -1 for all
     * @param judged whether right labels are known
     * @param system name of the classifier
     * @param dataset name of the documents
     * @param samples resamples behind the interval of a mean; other statistics take a tenth
     * @param seed of the resampling
     * @param settings all that is needed to run it again
     */
    public record Evaluated(
            List<String> labels,
            int topK,
            boolean judged,
            String system,
            String dataset,
            int samples,
            long seed,
            Map<String, String> settings)
            implements Serializable {
        private static final long serialVersionUID = 1L;

        Bootstrap means() {
            return new Bootstrap(samples, seed);
        }

        /** Intervals of what is no mean. */
        public Bootstrap statistics() {
            return new Bootstrap(Math.max(1, samples / 10), seed);
        }
    }

    private record Gated(CascadeReport validated, int positive) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** Reports of a single classifier. */
    public static ReportLabels of(Evaluated evaluated) {
        return new ReportLabels(evaluated, null);
    }

    /**
     * The same with that of a cascade.
     *
     * @param validated the report of the validation, to which the run is added
     * @param positive number of the positive label
     */
    public ReportLabels withCascade(CascadeReport validated, int positive) {
        return new ReportLabels(evaluated, new Gated(validated, positive));
    }

    @Override
    public Map<String, List<String>> apply(Iterable<JudgedDocuments> unordered) {
        List<JudgedDocuments> parts = JudgedDocuments.inOrder(unordered);
        Map<String, List<String>> files = new LinkedHashMap<>();
        if (evaluated.judged()) {
            LabelEvaluation evaluation =
                    new LabelEvaluation(parts, evaluated.labels(), evaluated.means(), evaluated.statistics());
            files.put(
                    EvaluationReportJson.FILE_NAME,
                    List.of(EvaluationReportJson.write(report(evaluation)).stripTrailing()));
            files.put(
                    LABELS, evaluation.labels().stream().map(ReportLabels::line).toList());
        }
        Optional.ofNullable(gated)
                .ifPresent(cascade ->
                        files.put(CascadeReport.FILE_NAME, List.of(CascadeReportJson.write(withRun(cascade, parts)))));
        return files;
    }

    private EvaluationReport report(LabelEvaluation evaluation) {
        SystemReport system = new SystemReport(
                SystemName.of(evaluated.system()), "", Map.of(), evaluation.measures(evaluated.topK()), Map.of());
        return new EvaluationReport(
                Task.CLASSIFICATION,
                evaluated.dataset(),
                LabelEvaluation.MAIN,
                evaluation.size(),
                List.of(system),
                List.of(),
                evaluation.warnings(),
                evaluated.settings());
    }

    private static String line(LabelScore score) {
        return new JsonLine()
                .with("label", score.label())
                .with("right", score.right())
                .with("given", score.given())
                .with("hits", score.hits())
                .with("precision", score.precision())
                .with("recall", score.recall())
                .with("f1", score.f1())
                .with("f1Low", score.confidence().low())
                .with("f1High", score.confidence().high())
                .toString();
    }

    private CascadeReport withRun(Gated cascade, List<JudgedDocuments> parts) {
        CascadeReport before = cascade.validated();
        List<CascadeReport.Part> all = new ArrayList<>(before.parts());
        all.add(new CascadeScores(parts, cascade.positive(), evaluated.statistics()).part("run"));
        return new CascadeReport(
                before.first(),
                before.second(),
                before.positiveLabel(),
                before.targetRecall(),
                before.threshold(),
                all);
    }
}
