package dev.embeam.pipeline.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.embeam.fixture.SharedFiles;
import dev.embeam.pipeline.Invocation;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.MeasureValue;
import dev.embeam.schema.json.EvaluationReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The four commands on real data sets with a real model: sane scores, and the same ones again on another runner. */
class RealSetsTest {
    @TempDir
    Path folder;

    @Test
    void similarityOfSentences() throws IOException {
        EvaluationReport report = repeated(
                "evaluate-sts",
                "--model=" + model() + ",bm25",
                "--analysis=trigrams",
                "--train=" + data("jsts/train.jsonl.gz"),
                "--test=" + data("jsts/valid.jsonl"),
                "--dims=256,64",
                "--dataset=jsts");
        assertThat(report.size()).isEqualTo(1457);
        assertThat(report.systems())
                .extracting(system -> system.system().label())
                .containsExactly("ja-static-256 dims=256", "ja-static-256 dims=64", "bm25");
        assertThat(report.systems().get(0).variant()).isEqualTo("cosine_similarity");
        assertThat(value(report, 0, "jmteb:spearman").value()).isCloseTo(0.748590, within(1e-6));
        assertThat(value(report, 2, "jmteb:spearman").value()).isBetween(0.4, 0.8);
        assertThat(report.comparisons()).hasSize(3);
        assertThat(report.warnings()).extracting("kind").containsExactly("train-plays-validation");
    }

    @Test
    void pairs() throws IOException {
        EvaluationReport report = repeated(
                "evaluate-pairs",
                "--model=" + model(),
                "--validation=" + data("jnli_pair/valid.jsonl.gz"),
                "--test=" + data("jnli_pair/test.jsonl.gz"),
                "--precisions=float32,int8",
                "--quirks=-reversed-pair-cosine");
        assertThat(report.systems().get(0).variant()).isEqualTo("cosine_distances");
        assertThat(value(report, 0, "jmteb:binary_f1").value()).isCloseTo(0.367381, within(1e-6));
        assertThat(value(report, 1, "jmteb:binary_f1").value()).isBetween(0.33, 0.40);
    }

    @Test
    void clusters() throws IOException {
        EvaluationReport report = repeated(
                "evaluate-clustering",
                "--model=" + model(),
                "--test=" + data("law_category_ja/test.jsonl.gz"),
                "--dims=32,512",
                "--maxTokens=64,128",
                "--seeds=3");
        MeasureValue main = value(report, 0, "jmteb:v_measure_score");
        assertThat(main.value()).isBetween(0.25, 0.45);
        assertThat(main.confidence().low()).isLessThan(main.value());
        assertThat(main.confidence().high()).isGreaterThan(main.value());
        assertThat(main.seeds().orElseThrow().seeds()).isEqualTo(3);
        assertThat(report.systems())
                .extracting(system -> system.system().label())
                .containsExactly("ja-static-256 dims=32 maxTokens=64", "ja-static-256 dims=32 maxTokens=128");
        assertThat(report.warnings()).extracting("kind").contains("missing-dims");
    }

    @Test
    void classes() throws IOException {
        EvaluationReport report = repeated(
                "evaluate-classification",
                "--model=" + model(),
                "--train=" + data("banking77/train.jsonl.gz"),
                "--test=" + data("banking77/test.jsonl.gz"),
                "--dims=32");
        assertThat(report.systems().get(0).variant()).isEqualTo("knn_cosine_k_2");
        assertThat(value(report, 0, "jmteb:macro_f1").value()).isBetween(0.45, 0.70);
        assertThat(value(report, 0, "jmteb:accuracy").value()).isBetween(0.45, 0.70);
        assertThat(report.warnings()).extracting("kind").containsExactly("no-validation-part");
    }

    private static MeasureValue value(EvaluationReport report, int system, String measure) {
        return report.systems().get(system).value(measure);
    }

    private static Path model() {
        return SharedFiles.path("models/ja-static-256");
    }

    private static Path data(String file) {
        return SharedFiles.path("data/" + file);
    }

    private EvaluationReport repeated(String... words) throws IOException {
        EvaluationReport report = run("FlinkRunner", words);
        assertThat(run("DirectRunner", words)).isEqualTo(report);
        assertThat(folder.resolve("FlinkRunner/predictions.jsonl"))
                .hasSameTextualContentAs(folder.resolve("DirectRunner/predictions.jsonl"));
        assertThat(Files.readAllLines(folder.resolve("FlinkRunner/predictions.jsonl")))
                .hasSize(report.size() * report.systems().size());
        return report;
    }

    private EvaluationReport run(String runner, String... words) throws IOException {
        Path output = folder.resolve(runner);
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--output=" + output, "--runner=" + runner, "--progress=none", "--bootstrapSamples=500"));
        Invocation run = Invocation.of(all.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return EvaluationReportJson.read(Files.readString(output.resolve("evaluation.json")), "evaluation.json");
    }
}
