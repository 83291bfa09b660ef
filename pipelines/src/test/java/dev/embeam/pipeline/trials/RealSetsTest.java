package dev.embeam.pipeline.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.SharedFiles;
import dev.embeam.pipeline.Invocation;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.json.EvaluationReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The four commands on real data sets with a real model: sane scores, and the same ones again. */
class RealSetsTest {
    @TempDir
    Path folder;

    @Test
    void stsRepeatsOnBothRunners() throws IOException {
        String[] flags = {
            "evaluate-sts",
            "--model=" + SharedFiles.path("models/ja-static-256") + ",bm25",
            "--analysis=trigrams",
            "--train=" + SharedFiles.path("data/jsts/train.jsonl.gz"),
            "--test=" + SharedFiles.path("data/jsts/valid.jsonl"),
            "--dims=256,64",
            "--dataset=jsts"
        };
        EvaluationReport report = run("flink", "FlinkRunner", flags);
        assertThat(run("direct", "DirectRunner", flags)).isEqualTo(report);
        System.out.println(report);
    }

    @Test
    void pairsRepeat() throws IOException {
        String[] flags = {
            "evaluate-pairs",
            "--model=" + SharedFiles.path("models/ja-static-256"),
            "--validation=" + SharedFiles.path("data/jnli_pair/valid.jsonl.gz"),
            "--test=" + SharedFiles.path("data/jnli_pair/test.jsonl.gz"),
            "--precisions=float32,int8",
            "--dataset=jnli_pair"
        };
        EvaluationReport report = run("flink", "FlinkRunner", flags);
        assertThat(run("direct", "DirectRunner", flags)).isEqualTo(report);
        System.out.println(report);
    }

    @Test
    void clustering() throws IOException {
        String[] flags = {
            "evaluate-clustering",
            "--model=" + SharedFiles.path("models/ja-static-256"),
            "--validation=" + SharedFiles.path("data/law_category_ja/valid.jsonl.gz"),
            "--test=" + SharedFiles.path("data/law_category_ja/test.jsonl.gz"),
            "--dims=64",
            "--maxTokens=64,128"
        };
        EvaluationReport report = run("flink", "FlinkRunner", flags);
        assertThat(run("direct", "DirectRunner", flags)).isEqualTo(report);
        System.out.println(report);
    }

    @Test
    void classification() throws IOException {
        String[] flags = {
            "evaluate-classification",
            "--model=" + SharedFiles.path("models/ja-static-256"),
            "--train=" + SharedFiles.path("data/banking77/train.jsonl.gz"),
            "--test=" + SharedFiles.path("data/banking77/test.jsonl.gz"),
            "--dims=64"
        };
        EvaluationReport report = run("flink", "FlinkRunner", flags);
        System.out.println(report);
    }

    private EvaluationReport run(String name, String runner, String... flags) throws IOException {
        Path output = folder.resolve(name);
        List<String> words = new ArrayList<>(List.of(flags));
        words.addAll(List.of("--output=" + output, "--runner=" + runner, "--progress=none", "--bootstrapSamples=1000"));
        long t = System.nanoTime();
        Invocation run = Invocation.of(words.toArray(String[]::new));
        System.out.println((System.nanoTime() - t) / 1e9);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        System.out.println(Files.readString(output.resolve("scores.json")));
        System.out.println(
                Files.readAllLines(output.resolve("predictions.jsonl")).get(0));
        return EvaluationReportJson.read(Files.readString(output.resolve("evaluation.json")), "evaluation.json");
    }
}
