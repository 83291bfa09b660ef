package dev.embeam.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.pipeline.Invocation;
import dev.embeam.pipeline.StoredRows;
import dev.embeam.schema.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code kill -9} at seeded moments. {@code -Dembeam.kills=5} kills five times in each phase; {@code -Dembeam.seed=N} chooses
 * other moments.
 */
@ExtendWith(LocalCluster.Extension.class)
@EnabledIfSystemProperty(named = "embeam.kills", matches = "[1-9]\\d*")
class FaultsClusterIT {
    private static final int KILLS = Integer.getInteger("embeam.kills", 1);
    private static final long SEED = Long.getLong("embeam.seed", 20260701L);
    private static final int FILES = 8;
    private static final int LINES = 30_000;
    private static final int COLUMNS = 64;
    private static final long BYTES = (long) FILES * LINES * COLUMNS * Float.BYTES;

    @TempDir
    static Path folder;

    private static VisibleRows expected = VisibleRows.NONE;

    private final Path output = folder.resolve("output");

    static Stream<Arguments> phases() {
        return Arrays.stream(Phase.values())
                .flatMap(phase -> IntStream.range(0, KILLS).mapToObj(kill -> Arguments.of(phase, kill)));
    }

    /** The short suite leaves out phases in which the JobManager knows no more than while encoding. */
    static Stream<Arguments> phasesOfTheJobManager() {
        return phases().filter(one ->
                KILLS > 1 || List.of(Phase.ENCODING, Phase.COMMITTING).contains(one.get()[0]));
    }

    static IntStream kills() {
        return IntStream.range(0, KILLS);
    }

    @BeforeAll
    static void encodeInThisJvm() throws IOException {
        FixtureModel.wide(folder.resolve("model"), COLUMNS);
        Random random = new Random(SEED);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            lines.append(Texts.text(random, 120)).append('\n');
        }
        // Ids are made of names and lines, so that one text under many names is many documents.
        Path text = Files.writeString(folder.resolve("0.txt"), lines);
        for (int i = 1; i < FILES; i++) {
            Files.createLink(folder.resolve(i + ".txt"), text);
        }
        Invocation local = Invocation.of(encode("local").toArray(String[]::new));
        assertThat(local.exitCode()).as(local.err()).isZero();
        expected = VisibleRows.of(folder.resolve("local"));
        assertThat(expected.rows()).isEqualTo((long) FILES * LINES);
        assertThat(expected.ids()).isEqualTo(FILES * LINES);
    }

    @AfterEach
    void deleteOutput() throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        }
        assertThat(output).doesNotExist();
    }

    /** Publishing takes a few milliseconds at one worker, nobody knows which: both are killed. */
    @ParameterizedTest(name = "{0}, kill {1}")
    @MethodSource("phases")
    void killedTaskManagerIsMadeUpFor(Phase phase, int kill, LocalCluster cluster) throws Exception {
        Random random = random(phase.ordinal(), kill);
        Process client = encodeOn(cluster);
        phase.await(cluster, output, BYTES, random);
        boolean published = Files.exists(output.resolve("manifest.json"));
        List<String> killed = phase == Phase.COMMITTING
                ? List.of("taskmanager-1", "taskmanager-2")
                : List.of("taskmanager-" + (1 + random.nextInt(2)));
        killed.forEach(cluster::kill);
        tell(phase + ", kill " + kill + ": " + killed + (published ? " after" : " before") + " the manifest, "
                + VisibleRows.files(output).size() + " files visible");
        cluster.start();
        assertThat(client.waitFor())
                .as(Files.readString(folder.resolve("embeam.out")))
                .isZero();
        assertWholeAndNothingElse();
    }

    @ParameterizedTest(name = "kill {0}")
    @MethodSource("kills")
    void jobOfAKilledClientEndsWell(int kill, LocalCluster cluster) throws Exception {
        Process client = encodeOn(cluster);
        Phase phase = kill % 2 == 0 ? Phase.ENCODING : Phase.READING;
        phase.await(cluster, output, BYTES, random(10, kill));
        String job = cluster.rest().runningJob().orElseThrow();
        client.descendants().forEach(ProcessHandle::destroyForcibly);
        client.destroyForcibly().waitFor();
        assertThat(cluster.rest().end(job)).isEqualTo("FINISHED");
        assertWholeAndNothingElse();
    }

    @ParameterizedTest(name = "{0}, kill {1}")
    @MethodSource("phasesOfTheJobManager")
    void killedJobManagerLosesTheJobAndARerunSucceeds(Phase phase, int kill, LocalCluster cluster) throws Exception {
        Process client = encodeOn(cluster);
        phase.await(cluster, output, BYTES, random(20 + phase.ordinal(), kill));
        cluster.kill("jobmanager");
        int exitCode = client.waitFor();
        assertThat(VisibleRows.of(output)).as("all rows or none").isIn(VisibleRows.NONE, expected);
        boolean published = Files.exists(output.resolve("manifest.json"));
        tell(phase + ", JobManager, kill " + kill + ": exit code " + exitCode + (published ? ", published" : ""));
        assertThat(exitCode == 0 && !published).as("success without an output").isFalse();
        cluster.start();
        Process again = encodeOn(cluster, "--overwrite");
        assertThat(again.waitFor())
                .as(Files.readString(folder.resolve("embeam.out")))
                .isZero();
        assertWholeAndNothingElse();
    }

    private void assertWholeAndNothingElse() throws IOException {
        assertThat(VisibleRows.of(output)).isEqualTo(expected);
        assertThat(VisibleRows.files(output).stream()
                        .map(file -> output.relativize(file).toString()))
                .containsExactlyInAnyOrderElementsOf(StoredRows.manifest(output).files().stream()
                        .map(StoredFile::path)
                        .toList());
        assertThat(StoredRows.manifest(output).counts())
                .isEqualTo(StoredRows.manifest(folder.resolve("local")).counts());
        try (Stream<Path> left = Files.list(output)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("data", "manifest.json");
        }
    }

    private Process encodeOn(LocalCluster cluster, String... flags) throws IOException {
        List<String> words = encode("output");
        words.add("--flinkMaster=" + cluster.endpoint());
        words.addAll(List.of(flags));
        return Invoked.startEmbeam(folder, words);
    }

    private static List<String> encode(String output) {
        return new ArrayList<>(List.of(
                "encode",
                "--input=" + folder + "/*.txt",
                "--model=" + folder.resolve("model"),
                "--output=" + folder.resolve(output)));
    }

    private static Random random(int kind, int kill) {
        return new Random(SEED + 1000L * kind + kill);
    }

    private static void tell(String what) {
        System.out.println("seed " + SEED + ": " + what);
    }
}
