package dev.embeam.pipeline.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.pipeline.Invocation;
import dev.embeam.pipeline.StoredRows;
import dev.embeam.schema.RunManifest;
import dev.embeam.schema.StoredFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Runs commands on a remote folder and on a local one that holds the same, and compares what comes out. */
final class RemoteRuns {
    static final List<String> RUNNERS = List.of("DirectRunner", "FlinkRunner");

    private static final String[] WORDS = {"red", "green", "blue", "purple"};
    private static final int DOCUMENTS = 20_000;

    private final Path local;
    private final RemoteFolder remote;

    private RemoteRuns(Path local, RemoteFolder remote) {
        this.local = local;
        this.remote = remote;
    }

    static RemoteRuns prepare(Path local, RemoteFolder remote) throws IOException {
        Random random = new Random(5);
        Files.createDirectories(local.resolve("corpus"));
        FixtureModel.sentenceTransformers(local.resolve("model"), true);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < DOCUMENTS; i++) {
            lines.append(document("a" + i, random));
        }
        Files.writeString(local.resolve("corpus/a.jsonl"), lines);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(local.resolve("corpus/b.jsonl.gz")))) {
            // The first id is there already.
            out.write((document("a0", random) + document("b1", random)).getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(local.resolve("broken.jsonl"), document("c1", random) + "{\"id\":");
        Files.writeString(local.resolve("queries.jsonl"), """
                {"qid":"1","query":"red","relevant_docs":["a1","a2"]}
                {"qid":"2","query":"green blue","relevant_docs":["b1"]}
                """);
        remote.register();
        remote.upload(local);
        return new RemoteRuns(local, remote);
    }

    private static String document(String id, Random random) {
        StringBuilder text = new StringBuilder(WORDS[random.nextInt(WORDS.length)]);
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}\n";
    }

    void assertEncodesAlike() throws IOException {
        Invocation here = run(local.toString(), List.of(), "DirectRunner", encode("out"));
        assertThat(here.exitCode()).as(here.err()).isZero();
        for (String runner : RUNNERS) {
            Invocation there = run(remote.path(), remote.flags(), runner, encode("out"));
            assertThat(there.exitCode()).as("%s: %s", runner, there.err()).isZero();
            Path copy = remote.download("out", local.resolve("copy-of-" + runner));
            assertThat(StoredRows.of(copy)).isEqualTo(StoredRows.of(local.resolve("out")));
            assertHoldsNothingBut(StoredRows.manifest(copy));
        }
        Invocation again = run(remote.path(), remote.flags(), "FlinkRunner", encodeInto("out"));
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("holds a finished output");
    }

    private void assertHoldsNothingBut(RunManifest manifest) throws IOException {
        List<String> expected =
                new ArrayList<>(Stream.concat(manifest.files().stream(), manifest.failedFiles().stream())
                        .map(StoredFile::path)
                        .toList());
        expected.add("manifest.json");
        assertThat(remote.list("out")).containsExactlyInAnyOrderElementsOf(expected);
    }

    void assertAFailedRunLeavesNothing() throws IOException {
        for (String runner : RUNNERS) {
            Invocation run = run(
                    remote.path(),
                    remote.flags(),
                    runner,
                    "encode",
                    "--input=ROOT/corpus/*,ROOT/broken.jsonl",
                    "--model=ROOT/model",
                    "--output=ROOT/failing");
            assertThat(run.exitCode()).as(runner).isEqualTo(1);
            assertThat(run.err().lines()).as(runner).hasSize(1);
            assertThat(remote.list("failing")).as(runner).isEmpty();
        }
    }

    void assertLeftOversOfACrashAreCleared() throws IOException {
        remote.write("crashed/data/part-00007-of-00009.parquet", new byte[9]);
        remote.write("crashed/.embeam-of-before/some.parquet", new byte[9]);
        Invocation run = run(remote.path(), remote.flags(), "FlinkRunner", encode("crashed"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(remote.list("crashed"))
                .contains("manifest.json")
                .doesNotContain("data/part-00007-of-00009.parquet", ".embeam-of-before/some.parquet");
    }

    void assertEvaluatesAlike() throws IOException {
        String[] words = {
            "evaluate-retrieval",
            "--input=ROOT/corpus/*",
            "--maxFailures=1",
            "--queries=ROOT/queries.jsonl",
            "--model=ROOT/model,bm25",
            "--output=ROOT/scores",
            "--overwrite"
        };
        Invocation here = run(local.toString(), List.of(), "DirectRunner", words);
        assertThat(here.exitCode()).as(here.err()).isZero();
        for (String runner : RUNNERS) {
            Invocation there = run(remote.path(), remote.flags(), runner, words);
            assertThat(there.exitCode()).as("%s: %s", runner, there.err()).isZero();
            Path copy = remote.download("scores", local.resolve("scores-of-" + runner));
            for (String file : new String[] {"run.trec", "per-query.jsonl", "predictions.jsonl"}) {
                assertThat(copy.resolve(file)).hasSameTextualContentAs(local.resolve("scores/" + file));
            }
        }
    }

    void assertInspectsAlike() {
        for (String[] words : new String[][] {
            {"inspect", "--model=ROOT/model"},
            {"inspect", "--input=ROOT/corpus/*", "--model=ROOT/model"},
            {"plan", "--input=ROOT/corpus/*", "--model=ROOT/model", "--output=ROOT/out"}
        }) {
            String here = run(local.toString(), List.of(), "FlinkRunner", words).out();
            String there =
                    run(remote.path(), remote.flags(), "FlinkRunner", words).out();
            assertThat(counts(there)).isEqualTo(counts(here)).hasSizeGreaterThanOrEqualTo(3);
        }
        Invocation embeddings = run(remote.path(), remote.flags(), "FlinkRunner", "inspect", "--embeddings=ROOT/out");
        assertThat(embeddings.out()).containsPattern(" documents +20,001\n");
    }

    /** What does not tell of places and times. */
    private static List<String> counts(String report) {
        return report.lines()
                .filter(line -> line.matches(
                        " +(documents|tokens|characters|rows of the table|fingerprint|kind|float32|int8) .*"))
                .toList();
    }

    private static String[] encode(String output) {
        return Stream.concat(Stream.of(encodeInto(output)), Stream.of("--overwrite"))
                .toArray(String[]::new);
    }

    private static String[] encodeInto(String output) {
        return new String[] {
            "encode", "--input=ROOT/corpus/*", "--model=ROOT/model", "--output=ROOT/" + output, "--maxFailures=1"
        };
    }

    private static Invocation run(String root, List<String> flags, String runner, String... words) {
        List<String> all = new ArrayList<>();
        Stream.of(words).map(word -> word.replace("ROOT", root)).forEach(all::add);
        all.addAll(flags);
        all.add("--runner=" + runner);
        all.add("--progress=none");
        return Invocation.of(all.toArray(String[]::new));
    }
}
