package dev.embeam.pipeline.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.fixture.FixtureTable;
import dev.embeam.fixture.RandomTexts;
import dev.embeam.pipeline.Invocation;
import dev.embeam.schema.StoredFile;
import dev.embeam.snapshot.SnapshotChange;
import dev.embeam.snapshot.TableSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {
    @TempDir
    Path folder;

    private final RandomTexts texts = RandomTexts.ofSeed(11);
    private Path model;
    private FixtureTable table;
    private SortedMap<String, String> documents;
    private TableSnapshot first;
    private TableSnapshot second;

    @BeforeEach
    void write() throws IOException {
        model = FixtureModel.sentenceTransformers(folder.resolve("model"), false);
        table = FixtureTable.in(folder.resolve("table"), 2);
        SortedMap<String, String> before = texts.documents(200);
        documents = texts.changed(before, 30, 20, 10);
        first = table.next(model, before);
        second = table.next(model, documents);
    }

    private Invocation run(String... words) {
        List<String> all = new ArrayList<>(List.of("snapshots"));
        all.addAll(List.of(words));
        all.add("--table=" + folder.resolve("table"));
        return Invocation.of(all.toArray(String[]::new));
    }

    private String out(String... words) {
        Invocation run = run(words);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run.out();
    }

    private void assertRefused(String part, String... words) {
        Invocation run = run(words);
        assertThat(run.err()).startsWith("embeam snapshots: ").contains(part);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void theListShowsEachSnapshotAndWhichIsCurrent() throws IOException {
        TableSnapshot candidate = table.next(model, texts.documents(3), "candidate");
        long bytes = Files.size(Path.of(table.table().dataPath("run-3.parquet")))
                + Files.size(Path.of(table.table().dataPath("run-1-deletes-run-3.parquet")))
                + Files.size(Path.of(table.table().dataPath("run-2-deletes-run-3.parquet")))
                + Files.size(Path.of(table.table().dataPath("run-1.parquet")))
                + Files.size(Path.of(table.table().dataPath("run-2.parquet")));
        List<String> lines = out("list").lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).contains("snapshot", "documents", "changed", "model", "names");
        assertThat(lines.get(1)).matches(" +" + first.id() + " .*").contains(" 200 ");
        assertThat(lines.get(2))
                .matches("\\* +" + second.id() + " .*")
                .contains(" 190 ")
                .endsWith("main");
        assertThat(lines.get(3))
                .matches(" +" + candidate.id() + " .*")
                .contains(String.format(Locale.ROOT, " %,d ", bytes))
                .endsWith("candidate");
    }

    @Test
    void theDifferenceIsCountedDrawnAndListed() throws IOException {
        Path lists = folder.resolve("lists");
        String out = out("diff", Long.toString(first.id()), "main", "--output=" + lists);
        assertThat(out)
                .containsPattern("added +10\\n")
                .containsPattern("changed +30\\n")
                .containsPattern("deleted +20\\n")
                .containsPattern("unchanged +150\\n")
                .contains("cosine distance of all of them", "####");
        assertThat(Files.readAllLines(lists.resolve("added.jsonl"))).hasSize(10).contains("{\"id\":\"d201\"}");
        assertThat(Files.readAllLines(lists.resolve("changed.jsonl"))).hasSize(30);
        assertThat(Files.readAllLines(lists.resolve("deleted.jsonl"))).hasSize(20);
        assertRefused("expected a folder without lists", "diff", "main", "main", "--output=" + lists);
        assertThat(out("diff", Long.toString(first.id()), "main", "--sample=7", "--seed=3"))
                .contains("an even sample of 7 (seed 3)");
        assertThat(out("diff", "main", "main"))
                .containsPattern("unchanged +190\\n")
                .doesNotContain("distance");
    }

    @Test
    void aWholeSnapshotVerifiesAndIsEncodedAgainToTheBit() throws IOException {
        assertThat(out("verify")).contains("190 documents in 2 files", "0 encoded again; 0 damages");
        assertThat(out("verify", Long.toString(first.id()))).contains("200 documents in 1 files");
        Path input = RandomTexts.write(folder.resolve("corpus.jsonl"), documents);
        assertThat(out("verify", "--input=" + input)).contains("190 encoded again; 0 damages");
        assertThat(out("verify", "--input=" + input, "--sample=25", "--model=" + model))
                .contains("25 encoded again; 0 damages");
        assertRefused("has with these flags the fingerprint", "verify", "--input=" + input, "--dims=1");
    }

    @Test
    void vectorsOfAnotherTextOrOfNoneAreDamages() throws IOException {
        SortedMap<String, String> other = new TreeMap<>(documents);
        String gone = other.firstKey();
        other.remove(gone);
        String changed = other.firstKey();
        other.put(changed, "an unknown text");
        Path input = RandomTexts.write(folder.resolve("corpus.jsonl"), other);
        assertDamages(
                List.of("document \"" + gone + "\" is not in the input", "document \"" + changed + "\": encoded again"),
                "verify",
                "--input=" + input);
    }

    @Test
    void everyDamageIsOneLine() throws IOException {
        Path newest = Path.of(table.table().dataPath("run-2.parquet"));
        byte[] whole = Files.readAllBytes(newest);
        byte[] flipped = whole.clone();
        flipped[whole.length / 3] ^= 1;
        Files.write(newest, flipped);
        assertDamages(List.of("run-2.parquet: other bytes than its run wrote"), "verify");
        Files.write(newest, Arrays.copyOf(whole, whole.length / 2));
        assertDamages(
                List.of("run-2.parquet: other bytes than its run wrote", "run-2.parquet: not readable"), "verify");
        Files.delete(newest);
        assertDamages(List.of("run-2.parquet: not readable"), "verify");
        assertThat(out("verify", Long.toString(first.id()))).contains("0 damages");
        Files.write(newest, whole);
        Files.writeString(folder.resolve("table/runs/run-2/manifest.json"), "{");
        assertDamages(List.of("manifest.json: not readable", "run-2.parquet: in no manifest under runs/"), "verify");
    }

    @Test
    void documentsThatAreThereTwiceAndDeletionsOfNoRowsAreDamages() throws IOException {
        Path copy = Path.of(table.table().dataPath("copy.parquet"));
        Path newest = Path.of(table.table().dataPath("run-2.parquet"));
        Files.copy(newest, copy);
        BitSet beyond = new BitSet();
        beyond.set(1000);
        commit("run-3", copy, Map.of());
        Path manifest =
                Files.createDirectories(folder.resolve("table/runs/run-3")).resolve("manifest.json");
        Files.writeString(
                manifest,
                Files.readString(folder.resolve("table/runs/run-2/manifest.json"))
                        .replace("data/run-2.parquet", "data/copy.parquet"));
        Invocation run = run("verify");
        assertThat(run.out().lines().filter(line -> line.contains("which is there twice")))
                .hasSize(40);
        assertThat(run.err()).contains("has 40 damages");
        assertThat(run.exitCode()).isEqualTo(1);
        table.table().makeCurrent(second);
        commit("run-4", copy, Map.of(newest.toString(), beyond));
        assertThat(run("verify").out()).contains("row 1000 is deleted of 40");
    }

    private void commit(String run, Path file, Map<String, BitSet> deleted) throws IOException {
        StoredFile stored = new StoredFile(file.toString(), 40, Files.size(file), "");
        table.table()
                .commit(new SnapshotChange(
                        run, OptionalLong.of(second.id()), "", List.of(stored), List.of(), deleted, Map.of()));
    }

    private void assertDamages(List<String> parts, String... words) {
        Invocation run = run(words);
        assertThat(run.exitCode()).isEqualTo(1);
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(parts.size() + 1);
        parts.forEach(part -> assertThat(lines).anyMatch(line -> line.contains(part)));
        assertThat(run.err()).contains(parts.size() + " damages; expected none").startsWith("embeam snapshots: ");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void anEarlierSnapshotBecomesCurrentAgainAndTheNextRunGoesOnFromThere() throws IOException {
        assertThat(out("rollback", Long.toString(first.id())))
                .contains("current snapshot: " + first.id() + " (before: " + second.id() + ")");
        assertThat(out("list")).containsPattern("\\* +" + first.id() + " ");
        assertThat(out("rollback", Long.toString(second.id()))).contains("current snapshot: " + second.id());
        assertRefused("has no snapshot \"12\"", "rollback", "12");
        Files.delete(Path.of(table.table().dataPath("run-1.parquet")));
        assertRefused("lacks", "rollback", Long.toString(first.id()));
        assertThat(out("list")).containsPattern("\\* +" + second.id() + " ");
    }

    @Test
    void oldSnapshotsGoWithTheFilesThatOnlyTheyUse() throws IOException {
        table.all(model, documents, "");
        SortedMap<String, String> last = texts.changed(documents, 5, 5, 5);
        TableSnapshot current = table.next(model, last);
        String planned = out("expire", "--olderThan=0s", "--keep=2", "--dryRun");
        assertThat(planned).contains("would go: snapshot " + first.id(), "would go: snapshot " + second.id());
        assertThat(dataFiles()).hasSize(6);
        String done = out("expire", "--olderThan=0s", "--keep=2");
        assertThat(done.replace("gone: ", "")).isEqualTo(planned.replace("would go: ", ""));
        // Of the first two runs nothing is left, of the last two all.
        assertThat(dataFiles()).hasSize(3).noneMatch(file -> file.contains("run-1") || file.contains("run-2"));
        assertThat(Files.exists(folder.resolve("table/runs/run-1/manifest.json")))
                .isFalse();
        assertThat(Files.exists(folder.resolve("table/runs/run-3/manifest.json")))
                .isTrue();
        assertThat(out("verify")).contains("0 damages");
        assertThat(out("list").lines()).hasSize(3);
        assertThat(out("expire", "--olderThan=7d")).contains("gone: 0 snapshots, 0 files of 0 bytes");
        assertThat(out("expire", "--olderThan=0s")).contains("gone: 1 snapshots");
        // The manifest of the run whose file is still in use stays, though its snapshot is gone.
        assertThat(Files.exists(folder.resolve("table/runs/run-3/manifest.json")))
                .isTrue();
        assertThat(out("verify")).contains(current.id() + ": " + last.size() + " documents", "0 damages");
    }

    @Test
    void filesThatNoSnapshotKnowsGoWhenTheyAreOld() throws IOException {
        Path young = Files.writeString(folder.resolve("table/data/young.parquet"), "x");
        Path old = Files.writeString(folder.resolve("table/data/old.parquet"), "xyz");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(4))));
        assertThat(out("expire")).contains("0 snapshots, 1 files of 3 bytes, of which 1 that no snapshot knew");
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertRefused("expected at least 1h", "expire", "--orphansOlderThan=59m");
        assertRefused("expected a number and a unit", "expire", "--olderThan=week");
        assertRefused("--keep is 0", "expire", "--keep=0");
    }

    @Test
    void aBranchThatNeverBecameCurrentGoesWhenItIsOld() throws IOException {
        table.next(model, texts.documents(7), "candidate");
        assertThat(out("expire", "--olderThan=7d")).contains("0 snapshots, 0 files");
        assertThat(out("expire", "--olderThan=0s", "--keep=5")).contains("gone: branch candidate", "gone: 1 snapshots");
        assertThat(dataFiles()).noneMatch(file -> file.contains("run-3"));
        assertThat(out("list")).contains(Long.toString(first.id())).doesNotContain("candidate");
    }

    private List<String> dataFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("table/data"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void wrongWordsAreExitCodeTwo() {
        assertRefused("expected list | diff A B");
        assertRefused("\"diff main\" is not what this command does", "diff", "main");
        assertRefused("\"explode\" is not", "explode");
        Invocation run = Invocation.of("snapshots", "list", "--table=" + folder.resolve("none"));
        assertThat(run.err()).contains("there is no table at");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
