package dev.embeam.pipeline.benchmark;

import dev.embeam.pipeline.launch.Command;
import dev.embeam.pipeline.launch.Job;
import dev.embeam.pipeline.launch.JobFailedException;
import dev.embeam.pipeline.launch.Launcher;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.pipeline.launch.Versions;
import dev.embeam.report.BenchmarkReport;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.json.EvaluationReportJson;
import dev.embeam.schema.suite.Suite;
import dev.embeam.schema.suite.SuiteDataset;
import dev.embeam.schema.suite.SuiteReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Evaluates the data sets of a suite and writes one report of all.
 *
 * <p>Input: a suite file. Output: {@code report.html}, {@code report.md}, {@code summary.json}, {@code jmteb/},
 * {@code evaluations/}. What an earlier run evaluated with the same settings, files and versions is not evaluated again.
 *
 * <pre>{@code
 * ./embeam benchmark --suite=runner-configs/suites/quick.yaml --data=../shared/data --models=../shared/models --output=bench
 * }</pre>
 */
public final class Benchmark implements Command<BenchmarkOptions> {
    private static final String INVOCATION = "invocation.txt";

    private final List<Command<?>> commands;

    /** Evaluates with these commands. */
    public Benchmark(List<? extends Command<?>> commands) {
        this.commands = List.copyOf(commands);
    }

    @Override
    public String name() {
        return "benchmark";
    }

    @Override
    public String summary() {
        return "evaluate models over a suite of data sets and write one report";
    }

    @Override
    public Class<BenchmarkOptions> options() {
        return BenchmarkOptions.class;
    }

    @Override
    public void run(BenchmarkOptions options, Terminal terminal) throws Exception {
        Suite suite = suite(options.getSuite());
        List<SuiteDataset> datasets = Selection.of(options).from(suite);
        SuitePaths paths = SuitePaths.of(options);
        Map<SuiteDataset, String> invocations = new LinkedHashMap<>();
        // Whatever is missing is told before the first evaluation, not hours later.
        for (SuiteDataset dataset : datasets) {
            invocations.put(dataset, invocation(dataset, paths));
        }
        List<EvaluationReport> reports = evaluate(invocations, paths, options, terminal);
        BenchmarkFiles.of(new BenchmarkReport(suite.name(), reports)).publish(options.getOutput());
        terminal.out().println("report: " + options.getOutput() + "/report.html");
    }

    /** Evaluates all; one that fails does not keep the others from being evaluated. */
    private List<EvaluationReport> evaluate(
            Map<SuiteDataset, String> invocations, SuitePaths paths, BenchmarkOptions options, Terminal terminal)
            throws IOException, JobFailedException {
        List<EvaluationReport> reports = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (Map.Entry<SuiteDataset, String> dataset : invocations.entrySet()) {
            terminal.out().printf("%d/%d ", reports.size() + failures.size() + 1, invocations.size());
            try {
                reports.add(evaluate(dataset.getKey(), dataset.getValue(), paths, options, terminal));
            } catch (JobFailedException failed) {
                failures.add(failed.getMessage());
            }
        }
        if (!failures.isEmpty()) {
            String message = String.join("; ", failures) + "; expected all to end with 0: their errors are told above."
                    + " Run the benchmark again to go on from here; what was evaluated stays, the report is not written";
            throw new JobFailedException(message, new IllegalStateException(failures.get(0)));
        }
        return reports;
    }

    private static Suite suite(String file) throws IOException {
        String text = TextFiles.read(file)
                .orElseThrow(() -> new CorruptDataException(
                        file, "", "no such file", "a suite file, such as runner-configs/suites/quick.yaml"));
        return SuiteReader.read(text, file);
    }

    private EvaluationReport evaluate(
            SuiteDataset dataset, String invocation, SuitePaths paths, BenchmarkOptions options, Terminal terminal)
            throws IOException, JobFailedException {
        String folder = options.getOutput() + "/evaluations/" + dataset.task().label() + "/" + dataset.name();
        Optional<String> finished = TextFiles.read(folder + "/" + INVOCATION);
        Optional<EvaluationReport> before =
                finished.equals(Optional.of(invocation)) ? report(folder) : Optional.empty();
        if (before.isPresent() && !options.isOverwrite()) {
            terminal.out().println(dataset.task().label() + " " + dataset.name() + ": evaluated before");
            return before.get();
        }
        List<String> words = new ArrayList<>(List.of(EvaluationFlags.command(dataset.task())));
        words.addAll(EvaluationFlags.of(dataset, paths));
        words.addAll(RunFlags.of(options, folder));
        step(dataset, terminal, words);
        EvaluationReport report = report(folder)
                .orElseThrow(() -> new CorruptDataException(
                        folder, "", "no " + EvaluationReportJson.FILE_NAME, "what " + words.get(0) + " writes"));
        TextFiles.write(Map.of(), folder + "/" + INVOCATION, invocation, Job.newRunId());
        return report;
    }

    private void step(SuiteDataset dataset, Terminal terminal, List<String> words) throws JobFailedException {
        terminal.out()
                .println("$ ./embeam " + words.stream().map(Benchmark::quoted).collect(Collectors.joining(" ")));
        int exitCode = Launcher.run(commands, terminal, words.toArray(String[]::new));
        if (exitCode != Launcher.DONE) {
            String failure = dataset.task().label() + " " + dataset.name() + " was not evaluated: " + words.get(0)
                    + " ended with exit code " + exitCode;
            throw new JobFailedException(failure, new IllegalStateException(words.get(0)));
        }
    }

    /** A word such that a shell takes it as it is. */
    private static String quoted(String word) {
        return word.matches("[\\p{L}\\p{N}_./:=,+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static Optional<EvaluationReport> report(String folder) throws IOException {
        String file = folder + "/" + EvaluationReportJson.FILE_NAME;
        return TextFiles.read(file).map(text -> EvaluationReportJson.read(text, file));
    }

    /** All that an evaluation depends on, in words: equal invocations need not run twice. */
    private static String invocation(SuiteDataset dataset, SuitePaths paths) throws IOException {
        List<String> lines = new ArrayList<>(paths.describe(dataset));
        lines.addAll(0, EvaluationFlags.of(dataset, paths));
        lines.add(0, EvaluationFlags.command(dataset.task()));
        Versions.all().forEach((name, version) -> lines.add(name + " " + version));
        return String.join("\n", lines) + "\n";
    }
}
