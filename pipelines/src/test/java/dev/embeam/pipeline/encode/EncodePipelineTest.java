package dev.embeam.pipeline.encode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.Zstd;
import dev.embeam.fixture.FixtureModel;
import dev.embeam.fixture.Seeds;
import dev.embeam.fixture.SharedFiles;
import dev.embeam.model.ModelSettings;
import dev.embeam.model.StaticModel;
import dev.embeam.pipeline.Invocation;
import dev.embeam.pipeline.StoredRows;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.RunManifest;
import dev.embeam.schema.StoredFile;
import dev.embeam.schema.TextColumn;
import dev.embeam.transform.io.StoredEmbeddings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs of {@code encode}: what lies in the output. */
class EncodePipelineTest {
    private static final String DIRECT = "--runner=DirectRunner";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"float32", "float16", "int8", "binary"})
    void everyRunnerAndParallelismStoresTheSameRows(String precision) throws IOException {
        writeCollection();
        SortedMap<String, StoredRows.Row> direct = encode("direct", DIRECT, "--precision=" + precision);
        assertThat(direct).hasSize(608);
        assertThat(StoredRows.row(direct, "c1").kept()).containsExactly(Optional.of("two\nlines"));
        assertThat(StoredRows.row(direct, "a0").kept()).containsExactly(Optional.empty());
        assertThat(StoredRows.row(direct, "a1").kept()).containsExactly(Optional.of(""));
        assertThat(encode("one", "--parallelism=1", "--precision=" + precision)).isEqualTo(direct);
        assertThat(encode("four", "--parallelism=4", "--precision=" + precision))
                .isEqualTo(direct);
    }

    @Test
    void floatsAreThoseReckonedOnPaper() throws IOException {
        write(
                "a.jsonl",
                "{\"id\": 1, \"text\": \"red green\"}\n{\"id\": 2, \"text\": \"blue\"}\n{\"id\": 3, \"text\": \"\"}\n");
        SortedMap<String, StoredRows.Row> rows = run("a.jsonl", "output", DIRECT);
        assertThat(StoredRows.row(rows, "1").vector()).isEqualTo(hex(0.5f, 0.5f));
        assertThat(StoredRows.row(rows, "2").vector()).isEqualTo(hex(3, 4));
        assertThat(StoredRows.row(rows, "3").vector()).isEqualTo(hex(0, 0));
        assertThat(StoredRows.row(run("a.jsonl", "cut", DIRECT, "--dims=1"), "2")
                        .vector())
                .isEqualTo(hex(3));
    }

    @Test
    void manifestSaysWhatWasDone() throws Exception {
        write("a.jsonl", """
                {"id": "a", "text": "red green"}
                {"id": "b", "text": "blue purple"}
                {"id": "c", "text": ""}
                {"id": "d", "text": "red red red"}
                {"id": "e"
                """);
        Path output = folder.resolve("output");
        run("a.jsonl", "output", DIRECT, "--maxTokens=2", "--maxFailures=1");
        RunManifest manifest = StoredRows.manifest(output);
        assertThat(manifest.counts().documents()).isEqualTo(4);
        assertThat(manifest.counts().tokens()).isEqualTo(8);
        assertThat(manifest.counts().unknownTokens()).isEqualTo(1);
        assertThat(manifest.counts().emptyTexts()).isEqualTo(1);
        assertThat(manifest.counts().truncatedTexts()).isEqualTo(2);
        assertThat(manifest.failed()).isEqualTo(1);
        assertThat(manifest.files()).hasSize(1);
        assertThat(StoredEmbeddings.match(output.toString()).fingerprint())
                .as("the footer names the model")
                .isEqualTo(manifest.modelFingerprint());
        assertStored(output, manifest.files().get(0), 4);
        assertStored(output, manifest.failedFiles().get(0), 1);
        ModelSettings settings = ModelSettings.defaults().withMaxTokens(2);
        assertThat(manifest.modelFingerprint())
                .isEqualTo(StaticModel.load(folder.resolve("model"), settings).fingerprint());
        assertThat(manifest.settings()).containsEntry("maxTokens", "2").containsEntry("precision", "float32");
        assertThat(manifest.versions()).containsOnlyKeys("embeam", "beam", "flink", "java");
        assertThat(manifest.kernels()).hasSize(1);
    }

    @Test
    void emptyCollectionGivesOneEmptyFile() throws IOException {
        write("a.jsonl", "");
        assertThat(run("a.jsonl", "output", DIRECT, "--precision=int8")).isEmpty();
        assertThat(StoredRows.manifest(folder.resolve("output")).files()).hasSize(1);
    }

    @Test
    void recordsWithoutIdsGetFileNameAndLine() throws IOException {
        write("a.jsonl", "{\"text\": \"red\"}\n\n{\"text\": \"blue\"}\n");
        assertThat(run("a.jsonl", "output", DIRECT)).containsOnlyKeys("a.jsonl:1", "a.jsonl:3");
    }

    @Test
    void calibrationOfAnEarlierOutputIsUsedAgain() throws IOException {
        write("a.jsonl", "{\"id\": 1, \"text\": \"red\"}\n{\"id\": 2, \"text\": \"blue\"}\n");
        write("b.jsonl", "{\"id\": 2, \"text\": \"blue\"}\n{\"id\": 3, \"text\": \"purple\"}\n");
        SortedMap<String, StoredRows.Row> first = run("a.jsonl", "first", DIRECT, "--precision=int8");
        SortedMap<String, StoredRows.Row> second =
                run("b.jsonl", "second", DIRECT, "--precision=int8", "--calibration=" + folder.resolve("first"));
        assertThat(second.get("2")).isEqualTo(first.get("2"));
        assertThat(StoredRows.manifest(folder.resolve("second")).calibration())
                .isEqualTo(StoredRows.manifest(folder.resolve("first")).calibration());
        assertThat(run("b.jsonl", "own", DIRECT, "--precision=int8").get("2")).isNotEqualTo(first.get("2"));
    }

    @Test
    void oneLargeArchiveSpreadOverWorkersStoresTheSameRows() throws IOException {
        SplittableRandom random = Seeds.random(0);
        byte[] noise = new byte[3_000];
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("large.jsonl.gz")))) {
            for (int i = 0; i < 2_000; i++) {
                random.nextBytes(noise);
                String line = "{\"id\": " + i + ", \"text\": \"" + "red blue ".repeat(i % 7) + "\", \"noise\": \""
                        + HexFormat.of().formatHex(noise) + "\"}\n";
                out.write(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(Files.size(folder.resolve("large.jsonl.gz"))).isGreaterThan(5L << 20);
        SortedMap<String, StoredRows.Row> one = run("large.jsonl.gz", "one", "--parallelism=1");
        assertThat(one).hasSize(2_000);
        assertThat(run("large.jsonl.gz", "two", "--parallelism=2")).isEqualTo(one);
    }

    @Test
    void realCollectionStoresTheBitsOfTheModel() throws IOException {
        Path data = SharedFiles.path("data/jsquad/corpus.jsonl.gz");
        Path model = SharedFiles.path("models/ja-static-256");
        Path output = folder.resolve("output");
        Invocation run = Invocation.of(
                "encode",
                "--input=" + data,
                "--model=" + model,
                "--output=" + output,
                "--parallelism=2",
                "--progress=none");
        assertThat(run.err()).isEmpty();
        SortedMap<String, StoredRows.Row> rows = StoredRows.of(output);
        assertThat(rows).hasSize(2_304);
        StaticModel loaded = StaticModel.load(model, ModelSettings.defaults());
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(data)), StandardCharsets.UTF_8))) {
            for (String line : lines.lines().limit(100).toList()) {
                JsonNode fields = json.readTree(line);
                DocumentBatch batch = new DocumentBatch(
                        DocumentKeys.ofIds("x"),
                        TextColumn.of(fields.get("text").textValue()));
                float[] vector =
                        loaded.encode(loaded.newTokenizing().tokenize(batch)).vectors();
                assertThat(StoredRows.row(rows, fields.get("docid").textValue()).vector())
                        .isEqualTo(hex(vector));
            }
        }
    }

    private SortedMap<String, StoredRows.Row> encode(String output, String... flags) throws IOException {
        String[] all = Arrays.copyOf(flags, flags.length + 1);
        all[flags.length] = "--keepFields=url";
        return run("part*", output, all);
    }

    private SortedMap<String, StoredRows.Row> run(String input, String output, String... flags) throws IOException {
        Path model = FixtureModel.sentenceTransformers(folder.resolve("model"), false);
        List<String> words = new ArrayList<>(List.of(
                "encode",
                "--input=" + folder.resolve(input),
                "--model=" + model,
                "--output=" + folder.resolve(output),
                "--progress=none"));
        words.addAll(List.of(flags));
        Invocation run = Invocation.of(words.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return StoredRows.of(folder.resolve(output));
    }

    /** Plain files large enough to be read in parts, beside small ones of every other kind. */
    private void writeCollection() throws IOException {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < 600; i++) {
            String url = i % 3 == 0 ? "null" : i % 3 == 1 ? "\"\"" : "\"u" + i + "\"";
            plain.append("{\"id\": \"a" + i + "\", \"url\": " + url + ", \"text\": \"")
                    .append("red green blue purple ".repeat(1 + i % 300))
                    .append("\"}\n");
        }
        write("part-a.jsonl", plain.toString());
        byte[] two = "{\"id\": \"%s1\", \"text\": \"red\"}\n{\"id\": \"%s2\", \"text\": \"blue red\"}\n"
                .getBytes(StandardCharsets.UTF_8);
        String text = new String(two, StandardCharsets.UTF_8);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("part-b.jsonl.gz")))) {
            out.write(text.replace("%s", "b").getBytes(StandardCharsets.UTF_8));
        }
        write("part-c.csv", "id,text,url\nc1,\"red\ngreen\",\"two\nlines\"\nc2,\"say \"\"blue\"\"\",x\n");
        Files.write(
                folder.resolve("part-d.jsonl.zst"),
                Zstd.compress(text.replace("%s", "d").getBytes(StandardCharsets.UTF_8)));
        write("part-e.tsv", "id\ttext\turl\ne1\tred\tx\ne2\tgreen\ty\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static void assertStored(Path output, StoredFile file, long rows) throws Exception {
        byte[] bytes = Files.readAllBytes(output.resolve(file.path()));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        assertThat(file)
                .isEqualTo(new StoredFile(
                        file.path(), rows, bytes.length, HexFormat.of().formatHex(hash)));
    }

    private static String hex(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return HexFormat.of().formatHex(bytes.array());
    }
}
