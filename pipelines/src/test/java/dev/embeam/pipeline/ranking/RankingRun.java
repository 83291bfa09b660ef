package dev.embeam.pipeline.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.pipeline.Invocation;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.SystemReport;
import dev.embeam.schema.Warning;
import dev.embeam.schema.json.EvaluationReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs of the two commands that write into one folder: later flags stand in for earlier ones. */
final class RankingRun {
    private final String command;
    private final Path folder;
    private final List<String> flags;

    private RankingRun(String command, Path folder, List<String> flags) {
        this.command = command;
        this.folder = folder;
        this.flags = flags;
    }

    /** Runs of a command on the direct runner, with few resamples. */
    static RankingRun of(String command, Path folder) {
        return new RankingRun(
                command,
                folder,
                List.of(
                        "--output=" + folder.resolve("output"),
                        "--runner=DirectRunner",
                        "--progress=none",
                        "--bootstrapSamples=100"));
    }

    /** The same with more flags. */
    RankingRun with(String... more) {
        List<String> all = new ArrayList<>(flags);
        for (String flag : more) {
            String name = flag.substring(0, flag.indexOf('=') + 1);
            all.removeIf(earlier -> !name.isEmpty() && earlier.startsWith(name));
            all.add(flag);
        }
        return new RankingRun(command, folder, all);
    }

    /** What comes of it. */
    Invocation run() {
        return Invocation.of(Stream.concat(Stream.of(command), flags.stream()).toArray(String[]::new));
    }

    /** The report of a run that must succeed. */
    EvaluationReport report() throws IOException {
        Invocation run = with("--overwrite=true").run();
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return EvaluationReportJson.read(text("evaluation.json"), "evaluation.json");
    }

    /** A file of the output. */
    String text(String name) throws IOException {
        return Files.readString(output().resolve(name));
    }

    /** Where the output is. */
    Path output() {
        return flags.stream()
                .filter(flag -> flag.startsWith("--output="))
                .map(flag -> Path.of(flag.substring("--output=".length())))
                .findFirst()
                .orElseThrow();
    }

    /** Asserts that the run fails with one line that has these parts, and leaves no file. */
    void assertFails(int exitCode, String... parts) throws IOException {
        Invocation run = run();
        assertThat(run.err()).contains(parts).startsWith("embeam " + command + ": ");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).isEmpty();
        if (Files.exists(folder.resolve("output"))) {
            try (Stream<Path> left = Files.walk(folder.resolve("output"))) {
                assertThat(left.filter(Files::isRegularFile)).isEmpty();
            }
        }
    }

    /** A report without what may differ between runs that agree: times, flags. */
    static EvaluationReport comparable(EvaluationReport report) {
        return new EvaluationReport(
                report.task(),
                report.dataset(),
                report.mainMeasure(),
                report.size(),
                report.systems().stream()
                        .map(system -> new SystemReport(
                                system.system(), system.variant(), system.validation(), system.test(), Map.of()))
                        .toList(),
                report.comparisons(),
                report.warnings(),
                Map.of());
    }

    /** The system of this label. */
    static SystemReport system(EvaluationReport report, String label) {
        assertThat(report.systems()).extracting(one -> one.system().label()).contains(label);
        return report.systems().stream()
                .filter(one -> one.system().label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    /** The value of a measure of a system. */
    static double value(EvaluationReport report, String label, String measure) {
        return system(report, label).value(measure).value();
    }

    /** How often something was met; 0 where nobody warns of it. */
    static long warned(EvaluationReport report, String kind) {
        return report.warnings().stream()
                .filter(warning -> warning.kind().equals(kind))
                .mapToLong(Warning::count)
                .max()
                .orElse(0);
    }
}
