package dev.embeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.fixture.FixtureModel;
import dev.embeam.fixture.SharedFiles;
import dev.embeam.schema.suite.SuiteDataset;
import dev.embeam.schema.suite.SuiteFile;
import dev.embeam.schema.suite.SuiteReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JMTEB v1's suite, run by the real commands over a few made-up rows in JMTEB's fields. */
class JmtebSuiteTest {
    private static final String LABELLED = """
            {"text": "red red", "label": 0}
            {"text": "green", "label": 1}
            {"text": "red", "label": 0}
            {"text": "green green", "label": 1}
            {"text": "red blue red", "label": 0}
            """;
    private static final String PAIRS = """
            {"sentence1": "red", "sentence2": "red", "label": 1}
            {"sentence1": "red", "sentence2": "green", "label": 0}
            {"sentence1": "green", "sentence2": "green blue", "label": 1}
            {"sentence1": "green blue", "sentence2": "red", "label": 0}
            """;
    private static final String CORPUS = """
            {"docid": 1, "text": "red"}
            {"docid": 2, "text": "green"}
            {"docid": 3, "text": "blue red"}
            """;
    private static final String QUERIES = """
            {"query": "red", "relevant_docs": [1]}
            {"query": "green", "relevant_docs": [2, 3]}
            """;
    private static final String CANDIDATES = """
            {"query": "red", "retrieved_docs": [1, 2], "relevance_scores": [1, 0]}
            {"query": "green", "retrieved_docs": [3, 2, 1], "relevance_scores": [0, 2, 0]}
            """;
    /** As JMTEB's leaderboard names them. */
    private static final Map<String, String> MEASURES = Map.of(
            "Retrieval", "ndcg@10",
            "Reranking", "ndcg@10",
            "Classification", "macro_f1",
            "Clustering", "v_measure_score",
            "STS", "spearman",
            "PairClassification", "binary_f1");

    @TempDir
    private Path folder;

    private static String rows(SuiteDataset dataset, SuiteFile file) {
        return switch (dataset.task()) {
            case RETRIEVAL -> file == SuiteFile.CORPUS ? CORPUS : QUERIES;
            case RERANKING -> file == SuiteFile.CORPUS ? CORPUS : CANDIDATES;
            case CLASSIFICATION, CLUSTERING -> LABELLED;
            case STS, PAIR_CLASSIFICATION -> PAIRS;
        };
    }

    private String smallSuite() throws IOException {
        String suite = Files.readString(Path.of("../runner-configs/suites/jmteb-v1.yaml"));
        String small = suite.replaceFirst("(?m)^models: .*$", "models: [tiny, bm25]")
                .replaceFirst("(?m)^dims: .*$", "dims: [64, 2, 1]\nbootstrapSamples: 20");
        Files.writeString(folder.resolve("suite.yaml"), small);
        return small;
    }

    private void writeData(String suite) throws IOException {
        for (SuiteDataset dataset : SuiteReader.read(suite, "suite.yaml").datasets()) {
            for (SuiteFile file : SuiteFile.values()) {
                for (String name : dataset.files(file)) {
                    Path path = folder.resolve("data").resolve(name);
                    Files.createDirectories(path.getParent());
                    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
                        out.write(rows(dataset, file).getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        }
    }

    @Test
    void theSixteenSetsGiveSixteenValues() throws IOException {
        writeData(smallSuite());
        FixtureModel.sentenceTransformers(folder.resolve("tiny"), false);
        Invocation run = Invocation.of(
                "benchmark",
                "--suite=" + folder.resolve("suite.yaml"),
                "--data=" + folder.resolve("data"),
                "--models=" + folder,
                "--output=" + folder.resolve("out"),
                "--progress=none",
                "--runner=DirectRunner");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        Map<String, String> measures = new LinkedHashMap<>();
        JsonNode summary =
                new ObjectMapper().readTree(folder.resolve("out/summary.json").toFile());
        summary.fields()
                .forEachRemaining(task -> task.getValue().fields().forEachRemaining(dataset -> {
                    assertThat(dataset.getValue()).hasSize(1);
                    dataset.getValue().fields().forEachRemaining(value -> {
                        assertThat(value.getValue().isDouble()).isTrue();
                        assertThat(value.getValue().doubleValue()).isBetween(-1.0, 1.0);
                        assertThat(value.getKey()).isEqualTo(MEASURES.get(task.getKey()));
                        measures.put(dataset.getKey(), value.getKey());
                    });
                }));
        assertThat(measures).hasSize(16).containsKeys("jagovfaqs_22k", "esci", "mewsc16", "jsts", "paws_x_ja");
        assertThat(folder.resolve("out/jmteb/tiny_dims=1/summary.json")).exists();
        assertThat(folder.resolve("out/report.html")).isNotEmptyFile();
    }

    @Test
    void aSuiteMayNameFilesOfFastText() throws IOException {
        String suite = """
                name: Words
                models: [sg.bin, sup-q.ftz, sg.vec, bm25]
                flags: {pooling: mean}
                bootstrapSamples: 20
                datasets:
                  - {name: colours, task: Retrieval, corpus: corpus.jsonl.gz, test: queries.jsonl.gz}
                  - {name: shades, task: STS, test: pairs.jsonl.gz}
                """;
        Files.writeString(folder.resolve("suite.yaml"), suite);
        writeData(suite);
        Invocation run = Invocation.of(
                "benchmark",
                "--suite=" + folder.resolve("suite.yaml"),
                "--data=" + folder.resolve("data"),
                "--models=" + SharedFiles.path("golden/fasttext/models"),
                "--output=" + folder.resolve("out"),
                "--progress=none",
                "--runner=DirectRunner");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        for (String model : List.of("sg.bin", "sup-q.ftz", "sg.vec")) {
            JsonNode summary = new ObjectMapper()
                    .readTree(folder.resolve("out/jmteb/" + model + "/summary.json")
                            .toFile());
            assertThat(summary.at("/Retrieval/colours/ndcg@10").doubleValue())
                    .as(model)
                    .isBetween(0.1, 1.0);
            assertThat(summary.at("/STS/shades/spearman").isDouble()).as(model).isTrue();
        }
    }
}
