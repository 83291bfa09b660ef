package dev.embeam.report;

import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.Task;
import dev.embeam.schema.Warning;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reports in GitHub's Markdown, without HTML: {@code report.md}. */
public final class MarkdownReport {
    private MarkdownReport() {}

    /** The report of one evaluation. */
    public static String of(EvaluationReport report) {
        return "# " + MarkdownTable.escape(report.dataset()) + " ("
                + report.task().label() + ")\n\n"
                + MarkdownTable.of(ScoreTables.dataset(report)) + "\n"
                + Words.evaluation(report) + " " + Words.MARKS_IN_TEXT + "\n"
                + section("Warnings", warnings(report.warnings()))
                + section("Settings", settings(report.settings()));
    }

    /** The report of a benchmark: the tables of the page, without its plots. */
    public static String of(BenchmarkReport report) {
        Scoreboard scores = new Scoreboard(report);
        StringBuilder text = new StringBuilder("# " + MarkdownTable.escape(report.name()) + "\n\n");
        text.append(Words.benchmark(scores)).append('\n');
        text.append(section("Averages", MarkdownTable.of(ScoreTables.averages(scores))));
        text.append('\n')
                .append(Words.AVERAGES)
                .append(' ')
                .append(Words.MARKS_IN_TEXT)
                .append('\n');
        for (Task task : report.tasks()) {
            text.append(section(task.label(), MarkdownTable.of(ScoreTables.task(scores, task))));
            report.evaluations(task).forEach(evaluation -> text.append(dataset(evaluation)));
        }
        Table lengths = ScoreTables.lengths(scores);
        if (!lengths.rows().isEmpty()) {
            text.append(section("Max tokens", MarkdownTable.of(lengths)));
        }
        text.append(section("Warnings", warnings(report)));
        return text.append(section("Settings", settings(report))).toString();
    }

    private static String dataset(EvaluationReport report) {
        return "\n### " + MarkdownTable.escape(report.dataset()) + "\n\n" + Words.evaluation(report) + "\n\n"
                + MarkdownTable.of(ScoreTables.dataset(report));
    }

    private static String warnings(BenchmarkReport report) {
        return report.evaluations().stream()
                .filter(evaluation -> !evaluation.warnings().isEmpty())
                .map(evaluation ->
                        MarkdownTable.escape(evaluation.dataset()) + ":\n\n" + warnings(evaluation.warnings()))
                .collect(Collectors.joining("\n"));
    }

    private static String warnings(List<Warning> warnings) {
        return warnings.stream()
                .map(warning -> "- " + MarkdownTable.escape(Words.warning(warning)) + "\n")
                .collect(Collectors.joining());
    }

    private static String settings(BenchmarkReport report) {
        SharedSettings settings = SharedSettings.of(report);
        StringBuilder text = new StringBuilder(settings(settings.common()));
        settings.own().forEach((dataset, own) -> {
            if (!own.isEmpty()) {
                text.append('\n')
                        .append(MarkdownTable.escape(dataset))
                        .append(":\n\n")
                        .append(settings(own));
            }
        });
        return text.toString();
    }

    private static String settings(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(entry -> "- " + MarkdownTable.escape(entry.getKey()) + ": "
                        + MarkdownTable.escape(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String section(String title, String body) {
        return body.isEmpty() ? "" : "\n## " + title + "\n\n" + body;
    }
}
