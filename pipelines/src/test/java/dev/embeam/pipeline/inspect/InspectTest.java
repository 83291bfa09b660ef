package dev.embeam.pipeline.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.fixture.FixtureTable;
import dev.embeam.pipeline.Invocation;
import dev.embeam.pipeline.StoredRows;
import dev.embeam.snapshot.TableSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectTest {
    private static final String DIRECT = "--runner=DirectRunner";

    @TempDir
    Path folder;

    @BeforeEach
    void writeModelAndCollection() throws IOException {
        FixtureModel.sentenceTransformers(folder.resolve("model"), true);
        Files.writeString(folder.resolve("a.jsonl"), """
                {"id": "a", "text": "red green"}
                {"id": "b", "text": "blue purple"}
                {"id": "c", "text": ""}
                {"id": "a", "text": "red"}
                {"id": "e"
                """);
    }

    @Test
    void modelIsDescribed() {
        String out = inspected("--model=" + folder.resolve("model"));
        assertFact(out, "kind", "sentence-transformers");
        assertFact(out, "columns of a vector", "2");
        assertFact(out, "rows of the table", "5");
        assertFact(out, "numbers of the table", "float32");
        assertFact(out, "vectors have length one", "yes");
        assertThat(out).containsPattern("fingerprint +[0-9a-f]{64}\n");
    }

    @Test
    void collectionIsCounted() {
        String out = inspected("--input=" + folder.resolve("a.jsonl"), DIRECT, "--progress=none");
        assertFact(out, "empty texts", "1 (25.00 %)");
        assertFact(out, "characters", "23");
        assertFact(out, "characters a text", "median 9, 90 % 11, 99 % 11, longest 11");
        assertFact(out, "broken json", "1");
        assertFact(out, "duplicate id", "1");
        assertThat(out).doesNotContain("unknown tokens");
    }

    @Test
    void collectionIsCountedInTokensOfAModel() {
        String out = inspected(
                "--input=" + folder.resolve("a.jsonl"),
                "--model=" + folder.resolve("model"),
                DIRECT,
                "--progress=none");
        assertFact(out, "tokens", "6");
        assertFact(out, "unknown tokens", "1 (16.67 %)");
    }

    @Test
    void embeddingsAreHeldAgainstTheirManifest() throws IOException {
        Path output = encode();
        String out = inspected("--embeddings=" + output);
        assertFact(out, "documents", "3");
        assertFact(out, "columns", "2");
        assertFact(out, "precision", "float32");
        assertFact(out, "zero vectors", "1 (33.33 %)");
        assertFact(out, "vectors not finite", "0");
        assertFact(out, "length of a vector", "smallest 1.0000, mean 1.0000, largest 1.0000");
        assertFact(out, "failed records", "2");
        assertFact(out, "fingerprint", StoredRows.manifest(output).modelFingerprint());
    }

    @Test
    void damagedOutputIsExitCodeTwoWithOneLine() throws IOException {
        Path output = encode();
        Path file = output.resolve(StoredRows.manifest(output).files().get(0).path());
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertRefused(file.toString(), "--embeddings=" + output);
        Files.delete(file);
        assertRefused(file.getFileName().toString(), "--embeddings=" + output);
        Files.write(file, whole);
        Path manifest = output.resolve("manifest.json");
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replaceFirst("(\"rows\" ?: ?)3", "$17"));
        assertRefused("3 rows; expected 7", "--embeddings=" + output);
        Files.delete(manifest);
        assertRefused("no manifest.json", "--embeddings=" + output);
    }

    @Test
    void ofATableOnlyTheRowsOfTheSnapshotCount() throws IOException {
        FixtureTable table = FixtureTable.in(folder.resolve("table"), 2);
        Path model = folder.resolve("model");
        TableSnapshot before = table.next(model, new TreeMap<>(Map.of("a", "red", "b", "", "c", "blue")));
        table.next(model, new TreeMap<>(Map.of("a", "red", "c", "green blue")));
        String out = inspected("--embeddings=" + folder.resolve("table"));
        assertFact(out, "documents", "2");
        assertFact(out, "files", "2");
        assertFact(out, "zero vectors", "0 (0.00 %)");
        String then = inspected("--embeddings=" + folder.resolve("table") + "@" + before.id());
        assertFact(then, "zero vectors", "1 (33.33 %)");
    }

    @Test
    void nothingToLookAtIsExitCodeTwo() {
        assertRefused("expected --model, --input or --embeddings");
        assertRefused("no manifest.json", "--embeddings=" + folder.resolve("nowhere"));
        assertRefused("no model.safetensors", "--model=" + folder.resolve("nowhere"));
        assertRefused("no file matches", "--input=" + folder.resolve("nowhere"));
    }

    private Path encode() {
        Path output = folder.resolve("output");
        Invocation run = Invocation.of(
                "encode",
                "--input=" + folder.resolve("a.jsonl"),
                "--model=" + folder.resolve("model"),
                "--output=" + output,
                "--maxFailures=2",
                DIRECT,
                "--progress=none");
        assertThat(run.err()).isEmpty();
        return output;
    }

    private static String inspected(String... flags) {
        Invocation run = inspect(flags);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run.out();
    }

    private static void assertRefused(String part, String... flags) {
        Invocation run = inspect(flags);
        assertThat(run.err()).startsWith("embeam inspect: ").contains(part);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.exitCode()).isEqualTo(2);
    }

    private static Invocation inspect(String... flags) {
        String[] words = new String[flags.length + 1];
        words[0] = "inspect";
        System.arraycopy(flags, 0, words, 1, flags.length);
        return Invocation.of(words);
    }

    private static void assertFact(String out, String name, String value) {
        assertThat(out.lines().map(line -> line.strip().replaceAll(" {2,}", "\t")))
                .contains(name + (name.length() < 26 ? "\t" : " ") + value);
    }
}
