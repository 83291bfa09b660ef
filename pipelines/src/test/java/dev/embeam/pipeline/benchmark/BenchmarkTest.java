package dev.embeam.pipeline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.pipeline.launch.Launcher;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.schema.Task;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkTest {
    private static final String SUITE = """
            name: Two sets
            models: [first, bm25]
            collectionShares: [1]
            dims: [64, 32]
            datasets:
              - {name: faq, task: Retrieval, corpus: faq/corpus.jsonl, test: faq/test.jsonl}
              - {name: pairs, task: STS, test: sts.jsonl}
            """;

    @TempDir
    private Path folder;

    private FakeEvaluation retrieval = new FakeEvaluation(Task.RETRIEVAL, "");
    private FakeEvaluation sts = new FakeEvaluation(Task.STS, "");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void writeSuite() throws IOException {
        Files.writeString(folder.resolve("suite.yaml"), SUITE);
        for (String file :
                List.of("data/faq/corpus.jsonl", "data/faq/test.jsonl", "data/sts.jsonl", "models/first/x")) {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "{}");
        }
    }

    private int run(String... more) {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        List<String> words = new ArrayList<>(List.of(
                "--suite=" + folder.resolve("suite.yaml"),
                "--data=" + folder.resolve("data"),
                "--models=" + folder.resolve("models"),
                "--output=" + folder.resolve("out"),
                "--runner=DirectRunner"));
        words.addAll(List.of(more));
        return Launcher.run(new Benchmark(List.of(retrieval, sts)), terminal, words.toArray(String[]::new));
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve("out").resolve(file));
    }

    @Test
    void writesOneReportAndTheFilesOfJmteb() throws IOException {
        assertThat(run()).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(read("summary.json")).isEqualTo("""
                {
                    "Retrieval": {
                        "faq": {
                            "main": 0.05
                        }
                    },
                    "STS": {
                        "pairs": {
                            "main": 0.05
                        }
                    }
                }
                """);
        assertThat(read("jmteb/first/summary.json")).isEqualTo(read("summary.json"));
        assertThat(read("jmteb/bm25/summary.json")).contains("0.04").doesNotContain("STS");
        assertThat(read("jmteb/first/STS/scores_pairs.json")).contains("\"metric_value\": 0.05");
        assertThat(read("report.md")).startsWith("# Two sets\n").contains("## Retrieval", "## STS");
        assertThat(read("report.html")).startsWith("<!DOCTYPE html>").contains("Two sets");
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("summary.json", "jmteb", "report.md", "report.html", "evaluations");
        }
    }

    @Test
    void givesEveryEvaluationTheFlagsOfItsTask() {
        run();
        String text = out.toString(StandardCharsets.UTF_8);
        String data = folder.resolve("data").toString();
        String model = folder.resolve("models/first").toString();
        assertThat(text)
                .contains("$ ./embeam evaluate-retrieval --dataset=faq --input=" + data + "/faq/corpus.jsonl --queries="
                        + data + "/faq/test.jsonl --model=" + model
                        + ",bm25 --dims=64,32 --collectionShares=1 --output=")
                .contains("$ ./embeam evaluate-sts --dataset=pairs --test=" + data + "/sts.jsonl --model=" + model
                        + " --dims=64,32 --output=");
    }

    @Test
    void doesNotEvaluateAgainWhatHasNotChanged() throws IOException {
        run();
        run();
        assertThat(retrieval.evaluated).hasSize(1);
        Files.writeString(folder.resolve("data/faq/test.jsonl"), "{} {}");
        run();
        assertThat(retrieval.evaluated).hasSize(2);
        assertThat(sts.evaluated).hasSize(1);
        run("--overwrite");
        assertThat(retrieval.evaluated).hasSize(3);
        Files.writeString(folder.resolve("suite.yaml"), SUITE.replace("[64, 32]", "[64]"));
        run();
        assertThat(sts.evaluated).hasSize(3);
    }

    @Test
    void goesOnWhereItFailed() throws IOException {
        sts = new FakeEvaluation(Task.STS, "pairs");
        assertThat(run()).isEqualTo(Launcher.JOB_FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("this data set fails", "STS pairs was not evaluated: evaluate-sts ended with exit code 2");
        assertThat(folder.resolve("out/report.html")).doesNotExist();
        sts = new FakeEvaluation(Task.STS, "");
        assertThat(run()).isZero();
        assertThat(retrieval.evaluated).hasSize(1);
        assertThat(read("report.md")).contains("## STS");
    }

    @Test
    void oneThatFailsDoesNotKeepTheOthersFromBeingEvaluated() {
        retrieval = new FakeEvaluation(Task.RETRIEVAL, "faq");
        assertThat(run()).isEqualTo(Launcher.JOB_FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Retrieval faq was not evaluated");
        assertThat(sts.evaluated).containsExactly("pairs");
        assertThat(folder.resolve("out/summary.json")).doesNotExist();
    }

    @Test
    void leavesNoFilesOfSystemsThatAreGone() throws IOException {
        assertThat(run()).isZero();
        Files.writeString(folder.resolve("suite.yaml"), SUITE.replace("[first, bm25]", "[first]"));
        assertThat(run()).isZero();
        assertThat(folder.resolve("out/jmteb/bm25/summary.json")).doesNotExist();
        assertThat(folder.resolve("out/jmteb/first/summary.json")).exists();
    }

    @Test
    void evaluatesOnlyWhatIsWanted() throws IOException {
        assertThat(run("--include=pairs")).isZero();
        assertThat(retrieval.evaluated).isEmpty();
        assertThat(run("--exclude=pairs")).isZero();
        assertThat(sts.evaluated).containsExactly("pairs");
        assertThat(run("--include=faqs")).isEqualTo(Launcher.BAD_INPUT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--include has \"faqs\"; expected names of");
        assertThat(run("--exclude=faq,pairs")).isEqualTo(Launcher.BAD_INPUT);
    }

    @Test
    void tellsWhatIsMissingBeforeTheFirstEvaluation() throws IOException {
        Files.delete(folder.resolve("data/sts.jsonl"));
        assertThat(run()).isEqualTo(Launcher.BAD_INPUT);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("suite.yaml, datasets[1].test: nothing at ", "expected a file; --data names the folder");
        assertThat(retrieval.evaluated).isEmpty();
        assertThat(run("--suite=" + folder.resolve("none.yaml"))).isEqualTo(Launcher.BAD_INPUT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("none.yaml: no such file");
        assertThat(run("--models=" + folder.resolve("data"))).isEqualTo(Launcher.BAD_INPUT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("datasets[0].models: nothing at ");
    }
}
