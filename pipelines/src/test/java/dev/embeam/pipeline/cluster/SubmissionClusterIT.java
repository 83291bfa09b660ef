package dev.embeam.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.pipeline.Invocation;
import dev.embeam.pipeline.StoredRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every way to submit a command to a cluster gives what a run in one JVM gives, bit by bit. */
@ExtendWith(LocalCluster.Extension.class)
class SubmissionClusterIT {
    private static final String ENCODE = "dev.embeam.pipeline.encode.EncodePipeline";
    private static final Path JAR = LocalCluster.ROOT.resolve("pipelines/target/embeam-cluster.jar");
    private static final int DOCUMENTS = 5000;

    @TempDir
    static Path folder;

    private static SortedMap<String, StoredRows.Row> expected;

    @BeforeAll
    static void encodeInThisJvm() throws IOException {
        FixtureModel.wide(folder.resolve("model"), 32);
        Files.writeString(folder.resolve("docs.jsonl"), Texts.documents(new Random(11), DOCUMENTS));
        Files.writeString(folder.resolve("queries.jsonl"), Texts.queries(new Random(12), 40, DOCUMENTS));
        Invocation local = Invocation.of(
                encode("local").stream().map(SubmissionClusterIT::inside).toArray(String[]::new));
        assertThat(local.exitCode()).as(local.err()).isZero();
        expected = StoredRows.of(folder.resolve("local"));
        assertThat(expected).hasSize(DOCUMENTS);
    }

    @Test
    void encodeAttachedWithRelativePaths(LocalCluster cluster) throws IOException {
        Invoked run = Invoked.embeam(folder, with(encode("attached"), master(cluster), "--progress=plain"));
        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.output()).contains("5,000 documents");
        assertSameRows("attached");
    }

    @Test
    void encodeDetachedReturnsBeforeTheOutputIsThere(LocalCluster cluster) throws IOException {
        Invoked run = Invoked.embeam(folder, with(encode("detached"), master(cluster), "--attachedMode=false"));
        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.output()).contains("submitted job");
        awaitManifest("detached");
        assertSameRows("detached");
    }

    @Test
    void encodeByUploadOfTheJar(LocalCluster cluster) throws IOException {
        String jar = cluster.rest().upload(JAR);
        String job = cluster.rest()
                .run(jar, ENCODE, inside(encode("rest").subList(1, 4)), 200)
                .path("jobid")
                .asText();
        assertThat(cluster.rest().end(job)).isEqualTo("FINISHED");
        assertSameRows("rest");
        String answer = cluster.rest()
                .run(jar, ENCODE, inside(encode("rest").subList(1, 4)), 400)
                .toString();
        assertThat(answer).contains("holds a finished output", "--overwrite");
        assertThat(cluster.process("jobmanager").isAlive()).isTrue();
    }

    @Test
    void encodeByTheToolOfFlink(LocalCluster cluster) throws IOException {
        assertThat(flinkRun(cluster, "tool").exitCode()).isZero();
        assertSameRows("tool");
        Invoked again = flinkRun(cluster, "tool");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.output()).contains("holds a finished output");
        assertThat(flinkRun(cluster, "tool-detached", "-d").exitCode()).isZero();
        awaitManifest("tool-detached");
        assertSameRows("tool-detached");
    }

    @Test
    void evaluateRetrievalScoresTheSame(LocalCluster cluster) throws IOException {
        List<String> words = List.of(
                "evaluate-retrieval",
                "--input=docs.jsonl",
                "--queries=queries.jsonl",
                "--model=model,bm25",
                "--fusions=rrf",
                "--dims=32,8");
        List<String> local = new ArrayList<>(inside(words));
        local.add("--output=" + folder.resolve("scores-local"));
        Invocation here = Invocation.of(local.toArray(String[]::new));
        assertThat(here.exitCode()).as(here.err()).isZero();
        Invoked there = Invoked.embeam(folder, with(words, "--output=scores-cluster", master(cluster)));
        assertThat(there.exitCode()).as(there.toString()).isZero();
        for (String file : List.of("scores.json", "run.trec", "per-query.jsonl", "predictions.jsonl")) {
            assertThat(folder.resolve("scores-cluster").resolve(file))
                    .hasSameTextualContentAs(folder.resolve("scores-local").resolve(file));
        }
    }

    @Test
    void recordsThatFailTheJobAreOneLine(LocalCluster cluster) throws IOException {
        Files.writeString(folder.resolve("bad.jsonl"), "{\"id\": 1, \"text\": \"red\"}\n{\"id\": 2\n");
        Invoked run = Invoked.embeam(
                folder, List.of("encode", "--input=bad.jsonl", "--model=model", "--output=bad", master(cluster)));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output().lines().filter(line -> line.startsWith("embeam encode: ")))
                .singleElement()
                .asString()
                .contains("bad.jsonl", "BROKEN_JSON", "--maxFailures");
        assertThat(run.output()).doesNotContain("\tat ");
        assertThat(folder.resolve("bad/data")).doesNotExist();
    }

    @Test
    void aRunningClusterIsNotStartedTwice(LocalCluster cluster) {
        long jobManager = cluster.process("jobmanager").pid();
        assertThat(cluster.script("start").output()).contains("already running");
        assertThat(cluster.process("jobmanager").pid()).isEqualTo(jobManager);
        assertThat(cluster.script("status").exitCode()).isZero();
        Invoked other = Invoked.of(
                LocalCluster.ROOT,
                List.of(
                        "runner-configs/flink/local-cluster.sh",
                        "start",
                        "--flink=" + LocalCluster.FLINK,
                        "--dir=" + cluster.folder().resolveSibling("other-cluster"),
                        "--rest-port=" + cluster.endpoint().replaceFirst(".*:", "")));
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.output()).contains("is taken");
    }

    @Test
    void mistakesAreOneLineBeforeTheJob(LocalCluster cluster) {
        assertOneLine(
                Invoked.embeam(folder, with(encode("nowhere"), "--flinkMaster=127.0.0.1:1")),
                "no Flink cluster answers at \"127.0.0.1:1\"");
        assertOneLine(
                Invoked.embeam(folder, with(encode("nowhere"), "--attachedMode=false")),
                "the job runs in this process");
        assertThat(folder.resolve("nowhere")).doesNotExist();
        assertThat(cluster.rest().runningJob()).isEmpty();
    }

    private static void assertOneLine(Invoked run, String part) {
        assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
        assertThat(run.output().lines().filter(line -> !line.startsWith("WARNING: Using incubator")))
                .singleElement()
                .asString()
                .contains(part);
    }

    private static Invoked flinkRun(LocalCluster cluster, String output, String... flags) {
        List<String> words = new ArrayList<>(List.of(flags));
        words.addAll(List.of("-c", ENCODE, JAR.toString()));
        words.addAll(inside(encode(output).subList(1, 4)));
        return FlinkTool.run(cluster, folder, words);
    }

    private static void awaitManifest(String output) {
        Wait.until(
                output + " is published",
                () -> Optional.of(folder.resolve(output + "/manifest.json")).filter(Files::exists));
    }

    private static void assertSameRows(String output) throws IOException {
        assertThat(StoredRows.of(folder.resolve(output))).isEqualTo(expected);
        assertThat(StoredRows.manifest(folder.resolve(output)).counts())
                .isEqualTo(StoredRows.manifest(folder.resolve("local")).counts());
    }

    private static List<String> encode(String output) {
        return List.of("encode", "--input=docs.jsonl", "--model=model", "--output=" + output);
    }

    private static List<String> with(List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return all;
    }

    private static String master(LocalCluster cluster) {
        return "--flinkMaster=" + cluster.endpoint();
    }

    private static List<String> inside(List<String> words) {
        return words.stream().map(SubmissionClusterIT::inside).toList();
    }

    private static String inside(String word) {
        return word.replaceFirst("^(--(?:input|queries|model|output)=)", "$1" + folder + "/");
    }
}
