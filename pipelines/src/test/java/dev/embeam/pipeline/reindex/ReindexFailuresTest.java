package dev.embeam.pipeline.reindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.pipeline.Invocation;
import dev.embeam.pipeline.StoredRows;
import dev.embeam.pipeline.launch.Job;
import dev.embeam.pipeline.launch.JobFailedException;
import dev.embeam.pipeline.option.Settings;
import dev.embeam.snapshot.SnapshotFile;
import dev.embeam.transform.embed.ModelSource;
import dev.embeam.transform.io.MatchedFiles;
import dev.embeam.transform.sink.SnapshotSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Schema;
import org.apache.iceberg.hadoop.HadoopTables;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of {@code reindex} that cannot or must not change the table: exit codes, one line, nothing changed. */
class ReindexFailuresTest {
    @TempDir
    Path folder;

    private TableRun table;

    @BeforeEach
    void prepare() throws IOException {
        table = TableRun.in(folder);
        table.write(0, 10, "red");
    }

    /** Nothing on the disk is another than before. */
    private void assertRefused(int exitCode, List<String> parts, String... flags) throws IOException {
        SortedMap<String, String> before = table.disk();
        assertOneLine(table.run(flags), exitCode, parts);
        assertThat(table.disk()).isEqualTo(before);
    }

    private static void assertOneLine(Invocation run, int exitCode, List<String> parts) {
        assertThat(run.err().lines()).as(run.err()).hasSize(1);
        assertThat(run.err()).startsWith("embeam reindex: ").contains(parts);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anEmptyCollectionIsRefusedUnlessAllowed() throws IOException {
        table.done();
        table.write();
        assertRefused(1, List.of("no document", "10", "--allowEmpty"));
        assertThat(table.done("--allowEmpty")).startsWith("0 documents: 0 added, 0 changed, 10 deleted");
        assertThat(StoredRows.ofTable(table.table())).isEmpty();
        table.write("a red");
        assertThat(table.done()).startsWith("1 documents: 1 added");
    }

    @Test
    void aCollectionThatLostTooMuchIsRefusedWithTheNumbers() throws IOException {
        table.done();
        table.write(3, 13, "red");
        assertRefused(1, List.of("3 of the table's 10 documents", "of 10", "0.3", "--maxDeleteShare=0.3"));
        assertThat(table.done("--maxDeleteShare=0.3")).contains("3 added, 0 changed, 3 deleted");
        assertRefused(2, List.of("maxDeleteShare is 1.5"), "--maxDeleteShare=1.5");
    }

    @Test
    void aTableOfAnotherWidthOrOfOtherColumnsIsRefused() throws IOException {
        table.done();
        assertRefused(2, List.of("2 columns", "expected 1"), "--dims=1");
        assertRefused(2, List.of("[content_hash]", "[title, content_hash]"), "--keepFields=title");
        assertRefused(2, List.of("content_hash"), "--keepFields=content_hash");
        FixtureModel.wide(Files.createDirectory(folder.resolve("wide")), 3);
        assertRefused(2, List.of("2 columns", "expected 3"), "--model=" + folder.resolve("wide"));
    }

    @Test
    void whatSomethingElseWroteIsRefused() throws IOException {
        new HadoopTables(new Configuration())
                .create(
                        new Schema(Types.NestedField.required(1, "id", Types.StringType.get())),
                        table.table().toString());
        assertRefused(2, List.of("embeam.format-version", "--table"));
        Files.createDirectories(folder.resolve("output/data"));
        Files.writeString(folder.resolve("output/data/x.parquet"), "");
        assertOneLine(table.run("--table=" + folder.resolve("output")), 2, List.of("no table", folder + "/output"));
        assertThat(folder.resolve("output/metadata")).doesNotExist();
    }

    @Test
    void corruptMetadataIsRefused() throws IOException {
        table.done();
        for (Path file : metadata()) {
            Files.writeString(file, "{");
        }
        assertRefused(2, List.of("metadata", "not readable"));
    }

    private List<Path> metadata() throws IOException {
        try (Stream<Path> files = Files.list(table.table().resolve("metadata"))) {
            return files.filter(file -> file.toString().endsWith(".metadata.json"))
                    .toList();
        }
    }

    @Test
    void aDamagedOrMissingFileOfTheTableIsRefused() throws IOException {
        table.done();
        table.write(1, 12, "red");
        Path file = Path.of(table.files().get(0).path());
        byte[] whole = Files.readAllBytes(file);
        byte[] flipped = whole.clone();
        // Behind the magic number the first page begins, that of the ids or of the hashes.
        for (int i = 40; i < 60; i++) {
            flipped[i] ^= 0x55;
        }
        Files.write(file, flipped);
        assertRefused(1, List.of(file.toString()));
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertRefused(2, List.of(file.toString(), "not readable"));
        Files.delete(file);
        assertRefused(2, List.of(file.toString(), "not readable"));
        Files.write(file, whole);
        assertThat(table.done()).contains("2 added, 0 changed, 1 deleted, 9 unchanged");
    }

    @Test
    void tooManyFailedRecordsChangeNothing() throws IOException {
        table.done();
        Files.writeString(folder.resolve("docs-more.jsonl"), "{\"id\": \n{\"id\": \"000001\", \"text\": \"red\"}\n");
        assertRefused(1, List.of("1 record", "--maxFailures"));
        assertRefused(1, List.of("2 records", "--maxFailures=2"), "--maxFailures=1");
        assertThat(table.done("--maxFailures=2")).contains("10 unchanged, 2 failed; 0 encoded");
    }

    @Test
    void aRunThatFailsWhilePublishingLeavesNothingAndARerunFinishes() throws IOException {
        table.done();
        table.write(0, 12, "red");
        Path runs = table.table().resolve("runs");
        Path aside = Files.move(runs, folder.resolve("aside"));
        Files.writeString(runs, "in the way of the manifest");
        SortedMap<String, String> before = table.disk();
        Invocation failed = table.run();
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err().lines()).hasSize(1);
        assertThat(table.disk()).isEqualTo(before);
        Files.delete(runs);
        Files.move(aside, runs);
        assertThat(table.done()).contains("2 added, 0 changed, 0 deleted, 10 unchanged");
    }

    @Test
    void ofTwoRunsAtOnceOneWinsAndTheOtherLosesNothing() throws Exception {
        table.done();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Files.delete(folder.resolve("docs.jsonl"));
        Map<String, Future<Invocation>> runs = new TreeMap<>();
        for (String name : List.of("left", "right")) {
            Path input = folder.resolve(name + ".jsonl");
            Files.writeString(input, "{\"id\": \"" + name + "\", \"text\": \"red\"}\n");
            runs.put(name, threads.submit(() -> table.run("--input=" + input, "--maxDeleteShare=1")));
        }
        for (Future<Invocation> run : runs.values()) {
            run.get();
        }
        String winner = StoredRows.ofTable(table.table()).firstKey();
        for (Map.Entry<String, Future<Invocation>> entry : runs.entrySet()) {
            Invocation run = entry.getValue().get();
            if (run.exitCode() != 0) {
                assertThat(entry.getKey()).isNotEqualTo(winner);
                assertOneLine(run, 1, List.of("was changed by another run", "run it again"));
            }
        }
        threads.shutdown();
        assertThat(StoredRows.ofTable(table.table())).containsOnlyKeys(winner);
        assertThat(table.table().toFile().list((dir, name) -> name.startsWith(".embeam-")))
                .isEmpty();
    }

    @Test
    void aRunWhoseBaseIsNoLongerCurrentCommitsNothing() throws Exception {
        table.done();
        table.write(0, 11, "red");
        String[] flags = table.words().stream().skip(1).toArray(String[]::new);
        ReindexOptions options = PipelineOptionsFactory.fromArgs(flags).as(ReindexOptions.class);
        Pipeline pipeline = Pipeline.create(options);
        MatchedFiles files = MatchedFiles.match(options.getInput(), Settings.read(options, "late"));
        ModelSource model = Settings.source(options, options.getModel());
        ReindexPlan plan = ReindexPlan.of(options, files, model.load().card());
        SnapshotSettings settings = plan.settings("late");
        Reindex.build(pipeline, files, model, settings, plan.rows(settings), 1);
        table.write(0, 12, "red");
        table.done();
        table.write(0, 11, "red");
        assertThatThrownBy(() -> Job.finish(pipeline))
                .isInstanceOf(JobFailedException.class)
                .hasMessageContaining("was changed by another run since this one read it");
        assertThat(StoredRows.ofTable(table.table())).hasSize(12);
    }

    @Test
    void whatCrashedRunsLeftIsClearedOnceItIsADayOld() throws IOException {
        table.done();
        Path oldTemporary = left(".embeam-old/half.parquet", Duration.ofHours(25));
        Path youngTemporary = left(".embeam-young/half.parquet", Duration.ofHours(23));
        Path oldStray = left("data/old-part-00000-of-00001.parquet", Duration.ofHours(25));
        Path youngStray = left("data/young-part-00000-of-00001.parquet", Duration.ofHours(23));
        Path held = Path.of(table.files().get(0).path());
        Files.setLastModifiedTime(held, FileTime.from(Instant.now().minus(Duration.ofDays(300))));
        table.write(0, 12, "red");
        table.done();
        assertThat(List.of(youngTemporary, youngStray, held))
                .allSatisfy(file -> assertThat(file).exists());
        assertThat(List.of(oldTemporary, oldTemporary.getParent(), oldStray))
                .allSatisfy(file -> assertThat(file).doesNotExist());
        assertThat(table.files()).extracting(SnapshotFile::rows).containsExactly(10L, 2L);
    }

    private Path left(String name, Duration age) throws IOException {
        Path file = table.table().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "half");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }
}
