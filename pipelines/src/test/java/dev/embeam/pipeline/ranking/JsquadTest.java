package dev.embeam.pipeline.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.fixture.SharedFiles;
import dev.embeam.pipeline.Invocation;
import dev.embeam.schema.EvaluationReport;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The two commands on real passages and questions with a real model. The figures of the first test are those of another
 * program; {@code jsquad-trec-eval.json} says where its own come from.
 */
class JsquadTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> SYSTEMS = List.of("ja-static-256 dims=256", "ja-static-256 dims=64", "bm25");

    @TempDir
    static Path shared;

    private static RankingRun whole;
    private static EvaluationReport report;

    @TempDir
    Path folder;

    @BeforeAll
    static void searchAllQueries() throws IOException {
        whole = retrieval(shared)
                .with(
                        "--queries=" + SharedFiles.path("data/jsquad/valid.jsonl.gz"),
                        "--model=" + SharedFiles.path("models/ja-static-256") + ",bm25",
                        "--fusions=rrf",
                        "--runner=FlinkRunner",
                        "--parallelism=2");
        report = whole.report();
    }

    private static RankingRun retrieval(Path folder) throws IOException {
        return RankingRun.of("evaluate-retrieval", folder)
                .with(
                        "--input=" + SharedFiles.path("data/jsquad/corpus.jsonl.gz"),
                        "--model=" + SharedFiles.path("models/ja-static-256"),
                        "--dims=256,64",
                        "--profile=trec",
                        "--dataset=jsquad");
    }

    /** Every so many lines of a shared file, unpacked. */
    private static Path every(int step, String name, Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new FileInputStream(SharedFiles.path(name).toFile())), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (number++ % step == 0) {
                    lines.add(line);
                }
            }
        }
        return Files.write(folder.resolve("some.jsonl"), lines);
    }

    @ParameterizedTest
    @CsvSource({"256, 0.7613, 0.7240", "64, 0.6442, 0.6047"})
    void figuresAreThoseOfAnotherProgram(int dims, double ndcg, double mrr) {
        String system = "ja-static-256 dims=" + dims;
        assertThat(RankingRun.value(report, system, "trec:ndcg@10")).isCloseTo(ndcg, within(0.0002));
        assertThat(RankingRun.value(report, system, "trec:mrr@10")).isCloseTo(mrr, within(0.0002));
    }

    @Test
    void measuresAreThoseOfTrecEval() throws IOException {
        JsonNode golden = golden();
        for (String system : SYSTEMS) {
            golden.path(system)
                    .path("all")
                    .fields()
                    .forEachRemaining(measure -> assertThat(RankingRun.value(report, system, measure.getKey()))
                            .as(system + " " + measure.getKey())
                            .isCloseTo(measure.getValue().asDouble(), within(1e-6)));
        }
    }

    private static JsonNode golden() throws IOException {
        try (InputStream in = JsquadTest.class.getResourceAsStream("jsquad-trec-eval.json")) {
            return MAPPER.readTree(Objects.requireNonNull(in)).path("systems");
        }
    }

    @Test
    void hybridsLieBetweenTheirSystemsAndCostsAreKnown() {
        double dense = RankingRun.value(report, "ja-static-256 dims=256", "trec:ndcg@10");
        double lexical = RankingRun.value(report, "bm25", "trec:ndcg@10");
        assertThat(RankingRun.value(report, "rrf(ja-static-256,bm25) dims=256", "trec:ndcg@10"))
                .isBetween(dense, lexical);
        Map<String, Double> costs =
                RankingRun.system(report, "ja-static-256 dims=64").costs();
        assertThat(costs).containsEntry("bytesPerDocument", 256.0).containsEntry("encodedTexts", 2304.0);
        assertThat(costs).containsKeys("encodeSeconds", "searchSeconds");
        assertThat(RankingRun.system(report, "bm25").costs())
                .containsEntry("encodedTexts", 2304.0)
                .doesNotContainKey("bytesPerDocument");
    }

    @Test
    void scoresFileHasTheFieldsOfJmteb() throws IOException {
        JsonNode scores = MAPPER.readTree(whole.text("scores.json"));
        assertThat(scores.path("metric_name").asText()).isEqualTo("ndcg@10");
        assertThat(scores.path("metric_value").asDouble())
                .isEqualTo(RankingRun.value(report, "ja-static-256 dims=256", "trec:ndcg@10"));
        JsonNode details = scores.path("details");
        assertThat(details.path("optimal_distance_metric").asText()).isEqualTo("cosine_similarity");
        assertThat(details.path("val_scores").isObject()).isTrue();
        assertThat(details.path("test_scores")
                        .path("cosine_similarity")
                        .path("mrr@10")
                        .isDouble())
                .isTrue();
    }

    @Test
    void runsScoreTheSameAgain() throws IOException {
        Path run = whole.output().resolve("run.trec");
        Path lexical = whole.output().resolve("runs/bm25.trec");
        EvaluationReport again = retrieval(folder)
                .with("--queries=" + every(10, "data/jsquad/valid.jsonl.gz", folder), "--runs=" + run + "," + lexical)
                .report();
        JsonNode golden = golden();
        for (int i = 0; i < 2; i++) {
            String system = i == 0 ? "run.trec" : "bm25.trec";
            golden.path(SYSTEMS.get(2 * i))
                    .path("everyTenth")
                    .fields()
                    .forEachRemaining(measure -> assertThat(RankingRun.value(again, system, measure.getKey()))
                            .as(system + " " + measure.getKey())
                            .isCloseTo(measure.getValue().asDouble(), within(1e-6)));
        }
        assertThat(RankingRun.value(again, "ja-static-256 dims=256", "trec:ndcg@10"))
                .isEqualTo(RankingRun.value(again, "run.trec", "trec:ndcg@10"));
        assertThat(RankingRun.warned(again, "unknown-queries")).isEqualTo(4429 - 443);
    }

    @Test
    void runnersSlotsAndStoredVectorsGiveOneReport() throws IOException {
        Path vectors = folder.resolve("vectors");
        Invocation encoded = Invocation.of(
                "encode",
                "--input=" + SharedFiles.path("data/jsquad/corpus.jsonl.gz"),
                "--model=" + SharedFiles.path("models/ja-static-256"),
                "--output=" + vectors,
                "--progress=none");
        assertThat(encoded.err()).isEmpty();
        RankingRun run = retrieval(folder)
                .with("--queries=" + every(20, "data/jsquad/valid.jsonl.gz", folder), "--precisions=float32,int8");
        EvaluationReport direct = RankingRun.comparable(run.report());
        assertThat(RankingRun.comparable(
                        run.with("--runner=FlinkRunner", "--parallelism=1").report()))
                .isEqualTo(direct);
        assertThat(RankingRun.comparable(
                        run.with("--runner=FlinkRunner", "--parallelism=4").report()))
                .isEqualTo(direct);
        assertThat(RankingRun.comparable(
                        run.with("--input=", "--embeddings=" + vectors).report()))
                .isEqualTo(direct);
        assertThat(RankingRun.value(direct, "ja-static-256 dims=256 precision=int8", "trec:ndcg@10"))
                .isCloseTo(
                        RankingRun.value(direct, "ja-static-256 dims=256 precision=float32", "trec:ndcg@10"),
                        within(0.02));
    }

    @ParameterizedTest
    @CsvSource({"jsquad, rerank_valid, 0.7, 0.99", "jaquad, rerank_dev, 0.5, 0.99"})
    void rerankingIsSane(String set, String queries, double lowest, double highest) throws IOException {
        EvaluationReport reranked = RankingRun.of("evaluate-reranking", folder)
                .with(
                        "--input=" + SharedFiles.path("data/" + set + "/corpus.jsonl.gz"),
                        "--queries=" + every(20, "data/" + set + "/" + queries + ".jsonl.gz", folder),
                        "--model=" + SharedFiles.path("models/ja-static-256") + ",bm25",
                        "--profile=trec",
                        "--bm25Variant=okapi",
                        "--bm25Statistics=candidates",
                        "--fusions=rrf,weighted(0.3)")
                .report();
        assertThat(reranked.systems()).hasSize(4);
        assertThat(reranked.systems())
                .allSatisfy(system -> assertThat(system.value("trec:ndcg@10").value())
                        .as(system.system().label())
                        .isBetween(lowest, highest));
    }
}
