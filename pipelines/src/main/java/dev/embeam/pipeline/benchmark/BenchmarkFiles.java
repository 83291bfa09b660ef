package dev.embeam.pipeline.benchmark;

import dev.embeam.report.BenchmarkReport;
import dev.embeam.report.HtmlReport;
import dev.embeam.report.MarkdownReport;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.SystemReport;
import dev.embeam.schema.json.JmtebScores;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a benchmark's report, by path below its folder.
 *
 * <p>{@code jmteb/SYSTEM/} has JMTEB's {@code summary.json} and {@code TASK/scores_DATASET.json} of every system, as its
 * leaderboard reads them from {@code results/OWNER/MODEL/}. The {@code summary.json} beside the reports is that of the first
 * system of the suite.
 */
final class BenchmarkFiles {
    private static final String SUMMARY = "summary.json";

    private BenchmarkFiles() {}

    static Map<String, String> of(BenchmarkReport report) {
        Map<String, String> files = new LinkedHashMap<>();
        folders(report).forEach((system, folder) -> {
            Map<EvaluationReport, SystemReport> scores = scores(report, system);
            String summary = JmtebScores.summary(scores);
            files.putIfAbsent(SUMMARY, summary);
            files.put("jmteb/" + folder + "/" + SUMMARY, summary);
            scores.forEach((evaluation, part) -> files.put(
                    "jmteb/" + folder + "/" + evaluation.task().label() + "/scores_" + evaluation.dataset() + ".json",
                    JmtebScores.write(evaluation, part)));
        });
        files.put("report.md", MarkdownReport.of(report));
        files.put("report.html", HtmlReport.of(report));
        return files;
    }

    /** Folders by system, in the order the systems were met; a name that two would share gets a number. */
    private static Map<SystemName, String> folders(BenchmarkReport report) {
        Map<SystemName, String> folders = new LinkedHashMap<>();
        Map<String, Integer> taken = new TreeMap<>();
        for (EvaluationReport evaluation : report.evaluations()) {
            for (SystemReport part : evaluation.systems()) {
                folders.computeIfAbsent(part.system().whole(), system -> {
                    String name = system.label().replaceAll("[^\\p{L}\\p{N}._=-]+", "_");
                    int count = taken.merge(name, 1, Integer::sum);
                    return count == 1 ? name : name + "-" + count;
                });
            }
        }
        return folders;
    }

    private static Map<EvaluationReport, SystemReport> scores(BenchmarkReport report, SystemName system) {
        Map<EvaluationReport, SystemReport> scores = new LinkedHashMap<>();
        for (EvaluationReport evaluation : report.evaluations()) {
            evaluation.systems().stream()
                    .filter(part -> part.system().whole().equals(system))
                    .findFirst()
                    .ifPresent(part -> scores.put(evaluation, part));
        }
        return scores;
    }
}
