package dev.embeam.pipeline.benchmark;

import dev.embeam.pipeline.launch.Job;
import dev.embeam.report.BenchmarkReport;
import dev.embeam.report.HtmlReport;
import dev.embeam.report.MarkdownReport;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.SystemReport;
import dev.embeam.schema.json.JmtebScores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a benchmark's report, by path below its folder.
 *
 * <p>{@code jmteb/SYSTEM/} has JMTEB's {@code summary.json} and {@code TASK/scores_DATASET.json} of every system, without
 * shares of collections. JMTEB's {@code make_leaderboard.py} takes every {@code summary.json} below
 * {@code docs/results/}, names the model after its two innermost folders, and shows of every data set the first measure times
 * 100: copy {@code jmteb/} there, named after whoever ran it. It knows no gaps: it fails for a system that lacks a data set
 * another has, so leave out those, such as bm25, that cannot do every task. The {@code summary.json} beside the reports is
 * that of the first system of the suite.
 *
 * @param summary of the first system
 * @param others all other files, by path
 */
record BenchmarkFiles(String summary, Map<String, String> others) {
    private static final String SUMMARY = "summary.json";

    static BenchmarkFiles of(BenchmarkReport report) {
        List<String> summaries = new ArrayList<>();
        Map<String, String> files = new LinkedHashMap<>();
        folders(report).forEach((system, folder) -> {
            Map<EvaluationReport, SystemReport> scores = scores(report, system);
            summaries.add(JmtebScores.summary(scores));
            files.put("jmteb/" + folder + "/" + SUMMARY, JmtebScores.summary(scores));
            scores.forEach((evaluation, part) -> files.put(
                    "jmteb/" + folder + "/" + evaluation.task().label() + "/scores_" + evaluation.dataset() + ".json",
                    JmtebScores.write(evaluation, part)));
        });
        files.put("report.md", MarkdownReport.of(report));
        files.put("report.html", HtmlReport.of(report));
        return new BenchmarkFiles(summaries.get(0), files);
    }

    /** Writes them, {@code summary.json} last: a folder that has one is whole. Files of systems that are gone are deleted. */
    void publish(String folder) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        others.forEach((path, text) -> files.put(folder + "/" + path, text));
        TextFiles.write(files, folder + "/" + SUMMARY, summary, Job.newRunId());
        TextFiles.deleteOthers(folder + "/jmteb/**", files.keySet());
    }

    /** Folders by system, in the order the systems were met; a name that two would share gets a number. */
    private static Map<SystemName, String> folders(BenchmarkReport report) {
        Map<SystemName, String> folders = new LinkedHashMap<>();
        Map<String, Integer> taken = new TreeMap<>();
        for (EvaluationReport evaluation : report.evaluations()) {
            for (SystemReport part : evaluation.systems()) {
                if (part.system().whole().settings().containsKey(SystemName.SHARE)) {
                    continue;
                }
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
