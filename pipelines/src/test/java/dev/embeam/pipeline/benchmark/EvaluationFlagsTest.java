package dev.embeam.pipeline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.pipeline.ParsedCommand;
import dev.embeam.pipeline.launch.Flag;
import dev.embeam.schema.Task;
import dev.embeam.schema.suite.SuiteDataset;
import dev.embeam.schema.suite.SuiteFile;
import dev.embeam.schema.suite.SuiteReader;
import dev.embeam.schema.suite.SuiteSetting;
import dev.embeam.schema.suite.SuiteSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a benchmark says to the commands is what the commands understand. */
class EvaluationFlagsTest {
    private static final SuitePaths PATHS = new SuitePaths("suite.yaml", "data", "models");

    private static ParsedCommand<?> command(Task task) {
        return ParsedCommand.all().stream()
                .filter(command -> command.name().equals(EvaluationFlags.command(task)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> runFlags() {
        BenchmarkOptions options = PipelineOptionsFactory.as(BenchmarkOptions.class);
        options.setRunner(DirectRunner.class);
        return RunFlags.of(options, "out");
    }

    private static List<String> names(List<String> flags) {
        return flags.stream().map(flag -> flag.replaceAll("^--|=.*$", "")).toList();
    }

    /** A data set that sets all that its task knows. */
    private static SuiteDataset everything(Task task) {
        Map<SuiteFile, List<String>> files = new EnumMap<>(SuiteFile.class);
        SuiteFile.known(task).forEach(file -> files.put(file, List.of(file.label())));
        Map<SuiteSetting, List<String>> settings = new EnumMap<>(SuiteSetting.class);
        for (SuiteSetting setting : SuiteSetting.values()) {
            settings.put(setting, List.of("1"));
        }
        return new SuiteDataset(task, "name", "datasets[0]", files, new SuiteSettings(settings, Map.of()));
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void everyFlagIsOneOfTheCommand(Task task) {
        List<String> known =
                Flag.of(command(task).options()).stream().map(Flag::name).toList();
        assertThat(known).containsAll(names(EvaluationFlags.of(everything(task), PATHS)));
        // What else a run takes, such as the runner, is Beam's.
        assertThat(known).contains("output", "overwrite", "progress");
        assertThat(names(runFlags())).containsExactlyInAnyOrder("output", "overwrite", "progress", "runner");
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void everySettingThatCountsIsSaidOnce(Task task) {
        List<String> names = names(EvaluationFlags.of(everything(task), PATHS));
        assertThat(names).doesNotHaveDuplicates();
        for (SuiteSetting setting : SuiteSetting.values()) {
            String flag = setting == SuiteSetting.MODELS ? "model" : setting.label();
            assertThat(names.contains(flag)).as("%s of %s", flag, task).isEqualTo(setting.counts(task));
        }
    }

    @Test
    void everySuiteOfTheFolderParses() throws IOException {
        List<String> parsed = new ArrayList<>();
        try (var suites = Files.list(Path.of("../runner-configs/suites"))) {
            for (Path file :
                    suites.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                for (SuiteDataset dataset : SuiteReader.read(Files.readString(file), file.toString())
                        .datasets()) {
                    List<String> flags = new ArrayList<>(EvaluationFlags.of(dataset, PATHS));
                    flags.addAll(runFlags());
                    assertThat(command(dataset.task()).values(flags.toArray(String[]::new)))
                            .containsEntry("dataset", dataset.name());
                    parsed.add(file.getFileName() + "/" + dataset.name());
                }
            }
        }
        assertThat(parsed).hasSizeGreaterThan(30);
    }
}
