package dev.embeam.pipeline.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.fixture.FixtureTable;
import dev.embeam.fixture.SafetensorsBytes;
import dev.embeam.pipeline.Invocation;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.json.EvaluationReportJson;
import dev.embeam.snapshot.TableSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A candidate becomes current or stays aside, by what searching it finds. */
class GateTest {
    private static final List<String> TEXTS =
            List.of("red", "green", "blue", "red green", "red blue", "green blue", "red red blue");
    private static final int DOCUMENTS = 70;
    private static final String SUITE = """
            name: gate
            models: [any]
            profile: trec
            bootstrapSamples: 500
            datasets:
              - name: search
                task: Retrieval
                corpus: none.jsonl
                test: retrieval.jsonl
              - name: rerank
                task: Reranking
                corpus: none.jsonl
                test: reranking.jsonl
              - name: similar
                task: STS
                test: none.jsonl
            """;

    @TempDir
    Path folder;

    private Path model;
    private FixtureTable table;
    private SortedMap<String, String> documents;
    private TableSnapshot base;

    @BeforeEach
    void write() throws IOException {
        model = FixtureModel.sentenceTransformers(folder.resolve("model"), false);
        table = FixtureTable.in(folder.resolve("table"), 2);
        documents = new TreeMap<>();
        List<String> retrieval = new ArrayList<>();
        List<String> reranking = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            documents.put("d" + i, TEXTS.get(i % TEXTS.size()));
            String other = "d" + (i + 3) % DOCUMENTS;
            String query = "{\"qid\":\"q" + i + "\",\"query\":\"" + TEXTS.get(i % TEXTS.size()) + "\",";
            retrieval.add(query + "\"relevant_docs\":" + alike(i) + "}");
            reranking.add(query + "\"retrieved_docs\":[\"" + other + "\",\"d" + i + "\"],\"relevance_scores\":[0,1]}");
        }
        Files.write(folder.resolve("retrieval.jsonl"), retrieval);
        Files.write(folder.resolve("reranking.jsonl"), reranking);
        Files.writeString(folder.resolve("suite.yaml"), SUITE);
        base = table.next(model, documents);
    }

    private static List<String> alike(int i) {
        List<String> alike = new ArrayList<>();
        for (int other = i % TEXTS.size(); other < DOCUMENTS; other += TEXTS.size()) {
            alike.add("\"d" + other + "\"");
        }
        return alike;
    }

    private Invocation gate(String... flags) {
        List<String> words = new ArrayList<>(List.of(
                "snapshots",
                "gate",
                "candidate",
                "--table=" + folder.resolve("table"),
                "--gateSuite=" + folder.resolve("suite.yaml"),
                "--runner=DirectRunner",
                "--progress=none"));
        words.addAll(List.of(flags));
        return Invocation.of(words.toArray(String[]::new));
    }

    private Map<String, Long> references() {
        table.table().refresh();
        return table.table().references();
    }

    /** All words have one vector. */
    private Path spoiltModel() throws IOException {
        Path spoilt = FixtureModel.sentenceTransformers(folder.resolve("spoilt"), false);
        byte[] weights = new SafetensorsBytes()
                .addFloats("embedding.weight", 2, new float[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1})
                .build();
        return FixtureModel.in(spoilt)
                .with("0_StaticEmbedding/model.safetensors", weights)
                .folder();
    }

    @Test
    void aCandidateThatSearchesAsWellBecomesCurrent() throws IOException {
        documents.put("more", "an unknown text");
        TableSnapshot candidate = table.next(model, documents, "candidate");
        Invocation run = gate();
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("Retrieval search", "Reranking rerank", "trec:ndcg@10", "is current: no measure fell")
                .doesNotContain("FAILED", "STS");
        assertThat(references()).containsExactly(Map.entry("main", candidate.id()));
    }

    @Test
    void aSpoiltCandidateStaysABranchAndTheExitCodeSaysSo() throws IOException {
        TableSnapshot candidate = table.all(spoiltModel(), documents, "candidate");
        Invocation run = gate();
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err())
                .startsWith("embeam snapshots: snapshot " + candidate.id() + " fell by more than 0.01 in ")
                .contains("trec:ndcg@10 of Retrieval search", "stays as branch candidate");
        assertThat(run.out()).contains("FAILED");
        assertThat(references()).containsExactly(Map.entry("candidate", candidate.id()), Map.entry("main", base.id()));
        assertThat(gate("--gateDrop=1").exitCode()).isZero();
        assertThat(references()).containsExactly(Map.entry("main", candidate.id()));
    }

    @Test
    void aFallThatMayBeChanceIsNone() throws IOException {
        // One query of seventy finds nothing any more.
        Files.writeString(
                folder.resolve("suite.yaml"), SUITE.replaceAll("(?s)  - name: search.*(?=  - name: rerank)", ""));
        documents.remove("d7");
        table.next(model, documents, "candidate");
        Invocation run = gate("--gateDrop=0");
        assertThat(run.out()).contains("0.9857  -0.0143    1.0000").doesNotContain("FAILED");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void measuresAreThoseOfAnEvaluationOfTheSameSnapshot() throws IOException {
        TableSnapshot candidate = table.next(model, new TreeMap<>(documents.headMap("d40")), "candidate");
        assertThat(gate().exitCode()).isEqualTo(3);
        EvaluationReport gated = report(folder.resolve("table/runs/run-2/gate/Retrieval/search/evaluation.json"));
        for (int system = 0; system < 2; system++) {
            long snapshot = system == 0 ? base.id() : candidate.id();
            Path output = folder.resolve("scores-" + system);
            Invocation run = Invocation.of(
                    "evaluate-retrieval",
                    "--embeddings=" + folder.resolve("table") + "@" + snapshot,
                    "--queries=" + folder.resolve("retrieval.jsonl"),
                    "--model=" + model,
                    "--profile=trec",
                    "--bootstrapSamples=500",
                    "--output=" + output,
                    "--runner=DirectRunner",
                    "--progress=none");
            assertThat(run.err()).isEmpty();
            assertThat(gated.systems().get(system).test())
                    .isEqualTo(report(output.resolve("evaluation.json"))
                            .systems()
                            .get(0)
                            .test());
        }
    }

    private static EvaluationReport report(Path file) throws IOException {
        return EvaluationReportJson.read(Files.readString(file), file.toString());
    }

    @Test
    void theFirstSnapshotHasNothingToCompareWith() throws IOException {
        FixtureTable empty = FixtureTable.in(folder.resolve("empty"), 2);
        TableSnapshot candidate = empty.next(model, documents, "candidate");
        Invocation run = gate("--table=" + folder.resolve("empty"));
        assertThat(run.out())
                .isEqualTo("gate: snapshot " + candidate.id()
                        + " is current: the first one, with nothing to compare with\n");
        assertThat(run.exitCode()).isZero();
        empty.table().refresh();
        assertThat(empty.table().references()).containsExactly(Map.entry("main", candidate.id()));
    }

    @Test
    void aModelThatWasReplacedInPlaceIsTold() throws IOException {
        TableSnapshot candidate = table.next(model, new TreeMap<>(Map.of("a", "red")), "candidate");
        Files.delete(model.resolve("0_StaticEmbedding/model.safetensors"));
        Files.copy(
                spoiltModel().resolve("0_StaticEmbedding/model.safetensors"),
                model.resolve("0_StaticEmbedding/model.safetensors"));
        Invocation run = gate();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("a gate needs the models of both snapshots");
        assertThat(references()).containsExactly(Map.entry("candidate", candidate.id()), Map.entry("main", base.id()));
    }

    @Test
    void wrongSuitesAreExitCodeTwo() throws IOException {
        assertThat(gate().err()).contains("has no snapshot \"candidate\"");
        assertThat(gate("--gateDrop=2").err()).contains("--gateDrop is 2.0; expected from 0 to 1");
        assertThat(gate("--gateSuite=").err()).contains("--gateSuite is empty");
        assertThat(gate("--gateSuite=" + folder.resolve("none.yaml")).err()).contains("which is not there");
        Files.delete(folder.resolve("reranking.jsonl"));
        assertThat(gate().err()).contains("reranking.jsonl, which is not there");
        Files.writeString(
                folder.resolve("suite.yaml"), SUITE.replaceAll("(?s)  - name: search.*(?=  - name: similar)", ""));
        Invocation run = gate();
        assertThat(run.err()).contains("no data set that ranks documents");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
