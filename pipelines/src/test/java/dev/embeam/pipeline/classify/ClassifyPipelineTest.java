package dev.embeam.pipeline.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.fixture.FixtureModel;
import dev.embeam.fixture.SharedFiles;
import dev.embeam.pipeline.Invocation;
import dev.embeam.schema.CascadeReport;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.json.CascadeReportJson;
import dev.embeam.schema.json.EvaluationReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs of {@code classify}: what lies in the output. */
class ClassifyPipelineTest {
    private static final String DIRECT = "--runner=DirectRunner";
    private static final Path LINES = SharedFiles.path("golden/fasttext/inputs/valid.sup.txt");

    @TempDir
    Path folder;

    @Test
    void everyRunnerParallelismAndFormatStoresTheSameRows() throws IOException {
        Path input = documents();
        SortedMap<String, StoredPredictions.Row> direct = rows(input, "direct", "sup.bin", DIRECT, "--topK=3");
        assertThat(direct).hasSize(300);
        assertThat(rows(input, "one", "sup.bin", "--parallelism=1", "--topK=3")).isEqualTo(direct);
        assertThat(rows(input, "lines", "sup.bin", "--parallelism=2", "--topK=3", "--format=jsonl"))
                .isEqualTo(direct);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sup-qnorm-cutoff.ftz", "sup-hs.bin"})
    void labelsAndProbabilitiesAreThoseOfTheTool(String model) throws IOException {
        SortedMap<String, StoredPredictions.Row> rows = rows(documents(), "output", model, DIRECT, "--topK=3");
        List<String> expected =
                Files.readAllLines(SharedFiles.path("golden/fasttext/expected/" + model + ".valid.k3.txt"));
        for (int i = 0; i < expected.size(); i++) {
            String[] words = expected.get(i).split(" ", -1);
            StoredPredictions.Row row = Objects.requireNonNull(rows.get(String.format("%03d", i)));
            assertThat(row.labels()).hasSize(words.length / 2);
            for (int rank = 0; rank < row.labels().size(); rank++) {
                float printed = Float.parseFloat(words[2 * rank + 1]);
                assertThat(row.labels().get(rank)).isEqualTo(words[2 * rank]);
                assertThat(row.probabilities().get(rank)).isCloseTo(printed, within(1e-5f * printed));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"sup.bin, 1", "sup-v11.bin, 0.657"})
    void filesOfFastTextAreEvaluatedAsTheToolDoes(String model, double precision) throws IOException {
        Invocation run = run(LINES, "output", model, DIRECT, "--inputFormat=lines", "--labels=text");
        assertThat(run.exitCode()).isZero();
        EvaluationReport report = evaluation();
        assertThat(report.size()).isEqualTo(300);
        for (String measure : List.of("accuracy", "precision@1", "recall@1", "micro_f1")) {
            assertThat(report.systems().get(0).value("fasttext:" + measure).value())
                    .isCloseTo(precision, within(0.0005));
        }
        assertThat(run.out()).contains("accuracy", "macro_f1");
        assertThat(Files.readAllLines(folder.resolve("output/labels.jsonl"))).hasSize(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--runner=DirectRunner", "--parallelism=2"})
    void everyRunnerGivesTheSameScores(String runner) throws IOException {
        run(documents(), "output", "sup-v11.bin", runner, "--labels=label");
        run(LINES, "lines", "sup-v11.bin", DIRECT, "--inputFormat=lines", "--labels=text");
        EvaluationReport fields = evaluation();
        EvaluationReport lines =
                EvaluationReportJson.read(Files.readString(folder.resolve("lines/evaluation.json")), "evaluation.json");
        assertThat(fields.systems()).isEqualTo(lines.systems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"parquet", "jsonl"})
    void badRecordsAndDuplicatesAreSetAside(String format) throws IOException {
        Path input = folder.resolve("mixed.jsonl");
        Files.writeString(input, """
                {"id": "a", "text": "rain and snow", "url": "u"}
                {"id": "b"
                {"id": "c", "text": 7}
                {"id": "a", "text": "soup"}
                {"id": "d", "text": ""}
                """);
        assertThat(run(input, "output", "sup.bin", DIRECT, "--format=" + format, "--maxFailures=2")
                        .err())
                .contains("3 records failed");
        assertThat(folder.resolve("output/manifest.json")).doesNotExist();
        SortedMap<String, StoredPredictions.Row> rows =
                rows(input, "output", "sup.bin", DIRECT, "--format=" + format, "--maxFailures=3", "--keepFields=url");
        assertThat(rows).containsOnlyKeys("a", "d");
        assertThat(Objects.requireNonNull(rows.get("a")).labels()).containsExactly("__label__en.weather");
        assertThat(Files.readAllLines(folder.resolve("output/failed/failed-00000-of-00001.jsonl")))
                .hasSize(3)
                .last()
                .asString()
                .contains("DUPLICATE_ID");
        String manifest = Files.readString(folder.resolve("output/manifest.json"));
        assertThat(new ObjectMapper().readTree(manifest).path("files").findValuesAsText("rows"))
                .containsExactly("2", "3");
    }

    @Test
    void anEmptyCollectionGivesOneEmptyFile() throws IOException {
        Path input = Files.writeString(folder.resolve("empty.jsonl"), "");
        assertThat(rows(input, "output", "sup.bin", DIRECT)).isEmpty();
        assertThat(folder.resolve("output/data/part-00000-of-00001.parquet")).exists();
    }

    @Test
    void aFinishedOutputIsOnlyReplacedWhenAskedTo() throws IOException {
        Path input = documents();
        rows(input, "output", "sup.bin", DIRECT, "--labels=label", "--format=jsonl");
        assertThat(run(input, "output", "sup.bin", DIRECT).exitCode()).isEqualTo(2);
        assertThat(rows(input, "output", "sup.bin", DIRECT, "--overwrite")).hasSize(300);
        assertThat(folder.resolve("output/evaluation.json")).doesNotExist();
        assertThat(folder.resolve("output/data/part-00000-of-00001.jsonl")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--runner=DirectRunner", "--parallelism=2"})
    void aCascadeOfTwoFastTextModelsTellsWhatItSavedAndLost(String runner) throws IOException {
        Path input = documents();
        String[] flags = {
            runner,
            "--second=" + model("sup.bin"),
            "--positiveLabel=ja.food",
            "--targetRecall=0.9",
            "--validation=" + input,
            "--labels=label",
            "--bootstrapSamples=1000"
        };
        Invocation run = run(input, "output", "sup-v11.bin", flags);
        assertThat(run.err()).isEmpty();
        CascadeReport report = cascade();
        CascadeReport.Part validation = report.parts().get(0);
        CascadeReport.Part same = report.parts().get(1);
        assertThat(report.positiveLabel()).isEqualTo("__label__ja.food");
        assertThat(validation.name()).isEqualTo("validation");
        assertThat(same.name()).isEqualTo("run");
        assertThat(same.measures()).as("the same documents").isEqualTo(validation.measures());
        assertThat(value(same, "gateRecall")).isBetween(0.9, 1.0);
        assertThat(value(same, "dropped")).isBetween(0.2, 0.95);
        assertThat(value(same, "recallAlone")).isEqualTo(1);
        assertThat(value(same, "recall")).isEqualTo(value(same, "gateRecall"));
        assertThat(run.out()).contains("gateRecall", "stopped");
        long second = StoredPredictions.of(folder.resolve("output")).values().stream()
                .filter(row -> row.stage() == 2)
                .count();
        assertThat(second).isEqualTo(same.passed());
    }

    @Test
    void documentsNeedNoLabelsToGoThroughACascade() throws IOException {
        Path input = documents();
        Invocation run = run(
                input,
                "output",
                "sup-v11.bin",
                DIRECT,
                "--second=" + model("sup.bin"),
                "--positiveLabel=__label__ja.food",
                "--validation=" + input);
        assertThat(run.err()).isEmpty();
        assertThat(cascade().parts().get(1).measures()).isEmpty();
        assertThat(cascade().parts().get(1).documents()).isEqualTo(300);
        assertThat(folder.resolve("output/evaluation.json")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"knn, --parallelism=2", "logreg, --runner=DirectRunner"})
    void theSecondStageMayLearnFromVectors(String second, String runner) throws IOException {
        FixtureModel.sentenceTransformers(folder.resolve("model"), false);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            String word = i % 2 == 0 ? "red" : "green";
            lines.append("{\"id\": \"")
                    .append(i)
                    .append("\", \"text\": \"")
                    .append(word.concat(" ").repeat(1 + i % 3))
                    .append("\", \"label\": \"")
                    .append(i % 2 == 0 ? "en.weather" : "green")
                    .append("\"}\n");
        }
        Path input = Files.writeString(folder.resolve("colours.jsonl"), lines);
        Invocation run = run(
                input,
                "output",
                "sup.bin",
                runner,
                "--second=" + second,
                "--encoder=" + folder.resolve("model"),
                "--train=" + input,
                "--validation=" + input,
                "--positiveLabel=en.weather",
                "--targetRecall=1",
                "--labels=label",
                "--bootstrapSamples=100");
        assertThat(run.err()).isEmpty();
        StoredPredictions.of(folder.resolve("output")).forEach((id, row) -> {
            if (row.stage() == 2) {
                assertThat(row.labels())
                        .containsExactly(Integer.parseInt(id) % 2 == 0 ? "__label__en.weather" : "green");
            }
        });
        assertThat(value(cascade().parts().get(1), "recall")).isEqualTo(1);
        assertThat(value(cascade().parts().get(1), "precision")).isEqualTo(1);
    }

    private static double value(CascadeReport.Part part, String measure) {
        return part.measures().stream()
                .filter(each -> each.name().equals(measure))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private SortedMap<String, StoredPredictions.Row> rows(Path input, String output, String model, String... flags)
            throws IOException {
        Invocation run = run(input, output, model, flags);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return StoredPredictions.of(folder.resolve(output));
    }

    private Invocation run(Path input, String output, String model, String... flags) {
        List<String> words = new ArrayList<>(List.of(
                "classify",
                "--input=" + input,
                "--model=" + model(model),
                "--output=" + folder.resolve(output),
                "--progress=none"));
        words.addAll(List.of(flags));
        return Invocation.of(words.toArray(String[]::new));
    }

    private static Path model(String name) {
        return SharedFiles.path("golden/fasttext/models/" + name);
    }

    /** The golden lines as documents with their label in a field of its own. */
    private Path documents() throws IOException {
        List<String> documents = new ArrayList<>();
        for (String line : Files.readAllLines(LINES)) {
            int space = line.indexOf(' ');
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("id", String.format("%03d", documents.size()));
            fields.put("text", line.substring(space + 1));
            fields.put("label", line.substring("__label__".length(), space));
            documents.add(new ObjectMapper().writeValueAsString(fields));
        }
        return Files.write(folder.resolve("documents.jsonl"), documents);
    }

    private EvaluationReport evaluation() throws IOException {
        return EvaluationReportJson.read(Files.readString(folder.resolve("output/evaluation.json")), "evaluation.json");
    }

    private CascadeReport cascade() throws IOException {
        return CascadeReportJson.read(Files.readString(folder.resolve("output/cascade.json")), "cascade.json");
    }
}
