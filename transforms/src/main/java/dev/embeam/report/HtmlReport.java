package dev.embeam.report;

import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The report of a benchmark as one HTML page that needs nothing beside it: style, script and plots are inside. Sections
 * without content, such as plots of a setting that was not varied, are left out.
 */
public final class HtmlReport {
    private static final int OPEN_DATASETS = 3;
    private static final int OPEN_WARNINGS = 4;

    private final BenchmarkReport report;
    private final Scoreboard scores;
    private final Plots plots;
    private final Map<String, String> sections = new LinkedHashMap<>();

    private HtmlReport(BenchmarkReport report) {
        this.report = report;
        scores = new Scoreboard(report);
        plots = new Plots(scores);
    }

    /** The page. */
    public static String of(BenchmarkReport report) {
        return new HtmlReport(report).page();
    }

    private String page() {
        add("Averages", averages());
        report.tasks().forEach(task -> add(task.label(), task(task)));
        add("Width", figures(plots.widths(), Captions.WIDTH));
        add("Precision", figures(plots.precisions(), Captions.PRECISION));
        add("Max tokens", lengths());
        add("Collection size", figures(plots.shares(), Captions.SHARE));
        add("Warnings", warnings());
        add("How to read this page", Captions.howToRead());
        add("Settings", settings());
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" + Markup.escape(report.name())
                + "</title>\n<style>\n" + resource("report.css") + "</style>\n</head>\n<body>\n" + header() + "<main>\n"
                + body() + "</main>\n<script>\n" + resource("report.js") + "</script>\n</body>\n</html>\n";
    }

    private void add(String title, String content) {
        if (!content.isEmpty()) {
            sections.put(title, content);
        }
    }

    private String header() {
        String links = sections.keySet().stream()
                .map(title -> "<a href=\"#" + id(title) + "\">" + Markup.escape(title) + "</a>")
                .collect(Collectors.joining("\n"));
        return "<header>\n<h1>" + Markup.escape(report.name()) + "</h1>\n" + paragraph(Words.benchmark(scores))
                + "<nav aria-label=\"Sections\">\n" + links + "\n</nav>\n</header>\n";
    }

    private String body() {
        return sections.entrySet().stream()
                .map(section -> "<section id=\"" + id(section.getKey()) + "\">\n<h2>" + Markup.escape(section.getKey())
                        + "</h2>\n" + section.getValue() + "</section>\n")
                .collect(Collectors.joining());
    }

    private String averages() {
        if (report.evaluations().isEmpty()) {
            return "";
        }
        // Of one task alone the micro average is the task's.
        StringBuilder figures =
                new StringBuilder(report.tasks().size() == 1 ? "" : dots("Micro average", plots.micro()));
        report.tasks().forEach(task -> figures.append(dots(task.label(), plots.task(task))));
        String drawn = figures.isEmpty() ? "" : paragraph(Captions.DOTS) + figures(figures.toString());
        return drawn
                + paragraph(Words.AVERAGES)
                + HtmlTable.of(ScoreTables.averages(scores), "Averages by system and task", 1)
                + Captions.legend();
    }

    private static String dots(String title, List<DotPlot.Row> rows) {
        return rows.size() < 2 ? "" : figure(title, "score", DotPlot.of(title, rows));
    }

    private String task(Task task) {
        List<EvaluationReport> evaluations = report.evaluations(task);
        StringBuilder html = new StringBuilder();
        if (evaluations.size() > 1) {
            html.append(HtmlTable.of(ScoreTables.task(scores, task), task.label() + " by system and data set", 1));
        }
        html.append(Captions.legend());
        boolean open = evaluations.size() <= OPEN_DATASETS;
        evaluations.forEach(evaluation -> html.append(dataset(evaluation, open)));
        return html.toString();
    }

    private static String dataset(EvaluationReport report, boolean open) {
        String caption = report.dataset() + ": measures by system";
        Table table = ScoreTables.dataset(report);
        return "<details" + (open ? " open" : "") + "><summary>" + Markup.escape(report.dataset()) + "</summary>\n"
                + paragraph(Words.evaluation(report)) + HtmlTable.of(table, caption, 1)
                + "</details>\n";
    }

    private String lengths() {
        Table table = ScoreTables.lengths(scores);
        return table.rows().isEmpty()
                ? ""
                : figures(plots.lengths(), Captions.LENGTH)
                        + HtmlTable.of(table, "Max tokens against score and time", -1);
    }

    private static String figures(List<Plot> plots, String caption) {
        return plots.isEmpty()
                ? ""
                : plots.stream()
                        .map(plot -> figure(plot.title(), plot.y().label(), LinePlot.of(plot)))
                        .collect(Collectors.collectingAndThen(
                                Collectors.joining(), drawn -> paragraph(caption) + figures(drawn)));
    }

    private static String figures(String drawn) {
        return "<div class=\"figures\">\n" + drawn + "</div>\n";
    }

    private static String figure(String title, String shown, String svg) {
        return "<figure><figcaption>" + Markup.escape(title) + " <small>" + shown + "</small></figcaption>" + svg
                + "</figure>\n";
    }

    private String warnings() {
        return report.evaluations().stream()
                .filter(evaluation -> !evaluation.warnings().isEmpty())
                .map(HtmlReport::warnings)
                .collect(Collectors.joining());
    }

    private static String warnings(EvaluationReport evaluation) {
        int count = evaluation.warnings().size();
        String title = evaluation.dataset() + " (" + evaluation.task().label() + "): " + Words.count(count, "warning");
        return evaluation.warnings().stream()
                .map(warning -> "<li>" + Markup.escape(Words.warning(warning)) + "</li>\n")
                .collect(Collectors.joining(
                        "",
                        "<details" + (count <= OPEN_WARNINGS ? " open" : "") + "><summary>" + Markup.escape(title)
                                + "</summary>\n<ul>\n",
                        "</ul>\n</details>\n"));
    }

    private String settings() {
        SharedSettings settings = SharedSettings.of(report);
        StringBuilder html = new StringBuilder(settings(settings.common()));
        settings.own().forEach((dataset, own) -> {
            if (!own.isEmpty()) {
                html.append("<details><summary>")
                        .append(Markup.escape(dataset))
                        .append("</summary>\n")
                        .append(settings(own))
                        .append("</details>\n");
            }
        });
        return html.toString();
    }

    private static String settings(Map<String, String> settings) {
        return settings.isEmpty()
                ? ""
                : settings.entrySet().stream()
                        .map(entry -> "<dt>" + Markup.escape(entry.getKey()) + "</dt><dd>"
                                + Markup.escape(entry.getValue()) + "</dd>\n")
                        .collect(Collectors.joining("", "<dl>\n", "</dl>\n"));
    }

    private static String paragraph(String text) {
        return "<p>" + Markup.escape(text) + "</p>\n";
    }

    private static String id(String title) {
        return title.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
