package dev.embeam.pipeline.reindex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.fixture.SafetensorsBytes;
import dev.embeam.pipeline.Invocation;
import dev.embeam.snapshot.TableSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of {@code reindex} with a gate publishes what searches as well, and leaves the rest on a branch. */
class ReindexGateTest {
    private static final List<String> TEXTS = List.of("red", "green", "blue", "red green", "red blue", "green blue");
    private static final int DOCUMENTS = 60;
    private static final String SUITE = """
            name: gate
            models: [any]
            profile: trec
            bootstrapSamples: 500
            datasets:
              - {name: search, task: Retrieval, corpus: none.jsonl, test: queries.jsonl}
            """;

    @TempDir
    Path folder;

    private TableRun table;

    @BeforeEach
    void prepare() throws IOException {
        table = TableRun.in(folder);
        table.write(documents());
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            queries.add(
                    "{\"qid\": \"q" + i + "\", \"query\": \"" + text(i) + "\", \"relevant_docs\": [\"d" + i + "\"]}");
        }
        Files.write(folder.resolve("queries.jsonl"), queries);
        Files.writeString(folder.resolve("suite.yaml"), SUITE);
    }

    private static String text(int i) {
        return TEXTS.get(i % TEXTS.size());
    }

    private static String[] documents() {
        String[] documents = new String[DOCUMENTS];
        for (int i = 0; i < DOCUMENTS; i++) {
            documents[i] = "d" + i + " " + text(i);
        }
        return documents;
    }

    private Invocation gated(String... more) {
        List<String> flags = new ArrayList<>(List.of("--gateSuite=" + folder.resolve("suite.yaml")));
        flags.addAll(List.of(more));
        return table.run(flags.toArray(String[]::new));
    }

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
    void theFirstSnapshotAndOnesThatSearchAsWellBecomeCurrent() throws IOException {
        Invocation first = gated();
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).contains("60 added", "the first one, with nothing to compare with");
        TableSnapshot before = table.open().snapshot("");
        Files.writeString(folder.resolve("docs-more.jsonl"), "{\"id\": \"more\", \"text\": \"nothing known\"}\n");
        Invocation second = gated();
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.out()).contains("1 added", "60 unchanged", "trec:ndcg@10", "no measure fell significantly");
        assertThat(table.open().snapshot("").parent()).hasValue(before.id());
        assertThat(table.open().references()).containsOnlyKeys("main");
        assertThat(gated().out()).startsWith("nothing changed: 61 documents");
    }

    @Test
    void aModelThatSearchesWorseStaysOnABranchAndTheExitCodeSaysSo() throws IOException {
        gated();
        TableSnapshot before = table.open().snapshot("");
        Invocation run = gated("--model=" + spoiltModel());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("fell by more than 0.01 in trec:", "stays as branch candidate-");
        assertThat(run.out()).contains("60 encoded", "FAILED");
        assertThat(table.open().snapshot("")).isEqualTo(before);
        assertThat(table.open().references()).hasSize(2);
    }

    @Test
    void aGateThatCannotBeHeldStopsTheRunBeforeItsJob() throws IOException {
        Invocation missing = table.run("--gateSuite=" + folder.resolve("none.yaml"));
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err().lines()).hasSize(1);
        assertThat(table.table()).doesNotExist();
        assertThat(gated("--gateDrop=2").err()).contains("--gateDrop is 2.0; expected from 0 to 1");
        assertThat(table.table()).doesNotExist();
    }
}
