package dev.embeam.pipeline.classify;

import dev.embeam.report.TextReport;
import dev.embeam.schema.CascadeReport;
import dev.embeam.schema.json.CascadeReportJson;
import dev.embeam.schema.json.EvaluationReportJson;
import dev.embeam.transform.sink.OutputFolder;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a run of {@code classify} prints: how good the labels are, and what the cascade saved and lost. */
final class ClassifySummary {
    private ClassifySummary() {}

    /** Of a finished output. */
    static String of(OutputFolder folder) throws IOException {
        StringBuilder text = new StringBuilder();
        Optional<String> evaluation = folder.read(EvaluationReportJson.FILE_NAME);
        if (evaluation.isPresent()) {
            text.append(TextReport.of(EvaluationReportJson.read(evaluation.get(), EvaluationReportJson.FILE_NAME)));
        }
        Optional<String> cascade = folder.read(CascadeReport.FILE_NAME);
        if (cascade.isPresent()) {
            append(CascadeReportJson.read(cascade.get(), CascadeReport.FILE_NAME), text);
        }
        return text.append("labels: ").append(folder).append('\n').toString();
    }

    private static void append(CascadeReport report, StringBuilder text) {
        text.append(String.format(
                Locale.ROOT,
                "cascade for %s: documents below %.6g of the first stage stop there (target recall %.4g)%n",
                report.positiveLabel(),
                report.threshold(),
                report.targetRecall()));
        report.parts().forEach(part -> append(part, text));
    }

    private static void append(CascadeReport.Part part, StringBuilder text) {
        long stopped = part.documents() - part.passed();
        text.append(String.format(
                Locale.ROOT,
                "  %s: %,d documents, %,d (%.1f %%) stopped",
                part.name(),
                part.documents(),
                stopped,
                100.0 * stopped / Math.max(1, part.documents())));
        text.append(time(part.seconds())).append(String.format("%n"));
        for (CascadeReport.Measure measure : part.measures()) {
            text.append(String.format(
                    Locale.ROOT,
                    "    %-14s %.4f [%.4f, %.4f]%n",
                    measure.name(),
                    measure.value(),
                    measure.low(),
                    measure.high()));
        }
    }

    private static String time(Map<String, Double> seconds) {
        double alone = seconds.getOrDefault("secondAlone", 0.0);
        double both = seconds.getOrDefault("first", 0.0) + seconds.getOrDefault("second", 0.0);
        return alone == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; %.2f s for both stages, %.2f s for the second alone: %.1f %% saved",
                        both,
                        alone,
                        100 * (1 - both / alone));
    }
}
