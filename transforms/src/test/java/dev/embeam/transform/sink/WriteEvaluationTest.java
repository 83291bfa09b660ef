package dev.embeam.transform.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.schema.EvaluationOutput;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.Interval;
import dev.embeam.schema.MeasureValue;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.SystemReport;
import dev.embeam.schema.Task;
import dev.embeam.schema.json.EvaluationReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteEvaluationTest {
    @TempDir
    Path folder;

    private int runs;

    @Test
    void allPartsAreScoredTogetherAndTheManifestListsWhatWasWritten() throws IOException {
        write(List.of(1, 2, 3), false, WriteEvaluationTest::sum);

        String report = Files.readString(folder.resolve("evaluation.json"));
        assertThat(EvaluationReportJson.read(report, "evaluation.json").size()).isEqualTo(6);
        assertThat(folder.resolve("runs/a.trec")).hasContent("one\ntwo\n");
        assertThat(Files.readString(folder.resolve("manifest.json")))
                .contains("\"path\" : \"runs/a.trec\"", "\"path\" : \"scores.json\"", "\"flag\" : \"value\"");
        assertThat(names()).containsExactly("evaluation.json", "manifest.json", "runs", "scores.json");
    }

    @Test
    void noPartAtAllIsScoredToo() throws IOException {
        write(List.of(), false, WriteEvaluationTest::sum);
        assertThat(Files.readString(folder.resolve("evaluation.json"))).contains("\"size\"");
    }

    @Test
    void aFailureWhileScoringLeavesNothingBehind() throws IOException {
        assertThatThrownBy(() -> write(List.of(1), false, parts -> {
                    throw new IllegalArgumentException("no query");
                }))
                .hasRootCauseMessage("no query");
        assertThat(names()).isEmpty();
    }

    @Test
    void aReplacedOutputLosesTheFilesItsManifestListed() throws IOException {
        write(List.of(1), false, WriteEvaluationTest::sum);
        assertThatThrownBy(() -> write(List.of(1), false, WriteEvaluationTest::sum))
                .hasMessageContaining("--overwrite");
        write(List.of(4), true, parts -> new EvaluationOutput(sum(parts).report(), Map.of()));

        assertThat(folder.resolve("runs/a.trec")).doesNotExist();
        assertThat(Files.readString(folder.resolve("evaluation.json"))).contains("4");
    }

    @Test
    void anotherAttemptAfterTheEndLeavesItAsItIs() throws IOException {
        write("run", List.of(1), false, WriteEvaluationTest::sum);
        String before = Files.readString(folder.resolve("manifest.json"));
        write("run", List.of(1), false, WriteEvaluationTest::sum);
        assertThat(Files.readString(folder.resolve("manifest.json"))).isEqualTo(before);
    }

    private void write(
            List<Integer> parts, boolean overwrite, SerializableFunction<List<Integer>, EvaluationOutput> score) {
        write("run-" + runs++, parts, overwrite, score);
    }

    private void write(
            String runId,
            List<Integer> parts,
            boolean overwrite,
            SerializableFunction<List<Integer>, EvaluationOutput> score) {
        ResultSettings settings =
                new ResultSettings(folder.toString(), runId, overwrite, Map.of("flag", "value"), Map.of("java", "17"));
        Pipeline pipeline = Pipeline.create();
        pipeline.apply(Create.of(parts).withCoder(VarIntCoder.of())).apply(WriteEvaluation.of(settings, score));
        pipeline.run().waitUntilFinish();
    }

    private static EvaluationOutput sum(List<Integer> parts) {
        MeasureValue value = MeasureValue.of("trec:ndcg@10", 0.5, new Interval(0.4, 0.6));
        SystemReport system = new SystemReport(SystemName.of("model"), "", Map.of(), List.of(value), Map.of());
        int sum = parts.stream().mapToInt(part -> part).sum();
        return new EvaluationOutput(
                new EvaluationReport(
                        Task.RETRIEVAL, "set", "trec:ndcg@10", sum, List.of(system), List.of(), List.of(), Map.of()),
                Map.of("runs/a.trec", List.of("one", "two")));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
