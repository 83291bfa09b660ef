package dev.embeam.pipeline.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.pipeline.Invocation;
import dev.embeam.pipeline.StoredRows;
import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.FailureReason;
import dev.embeam.schema.json.FailedRecordJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of {@code encode} that cannot do what they were asked for: exit codes, one line, nothing half done. */
class EncodeFailuresTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeModelAndCollection() throws IOException {
        FixtureModel.sentenceTransformers(folder.resolve("model"), false);
        Files.writeString(folder.resolve("good.jsonl"), "{\"id\": 1, \"text\": \"red\"}\n");
        Files.writeString(folder.resolve("bad.jsonl"), "{\"id\": 1, \"text\": \"red\"}\n{\"id\": 2\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DirectRunner", "FlinkRunner"})
    void badRecordFailsTheJobAndLeavesNothing(String runner) throws IOException {
        Invocation run = encode("bad.jsonl", "--runner=" + runner);
        assertOneLine(run, 1, "bad.jsonl, line 2", "BROKEN_JSON", "--maxFailures");
        try (Stream<Path> left = Files.walk(folder.resolve("output"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void badRecordsAreSetAsideAsFarAsAllowed() throws IOException {
        List<byte[]> lines = List.of(
                utf8("{\"id\": \"a\", \"text\": \"red\"}\n"),
                utf8("{\"id\": \"b\", \"text\": \n"),
                utf8("{\"id\": \"c\"}\n"),
                utf8("{\"id\": \"d\", \"text\": 7}\n"),
                new byte[] {'{', '"', (byte) 0xff, '"', '}', '\n'},
                utf8("{\"id\": \"a\", \"text\": \"blue\"}\n"),
                utf8("{\"id\": \"f\", \"text\": \"" + "red ".repeat(100) + "\"}\n"),
                utf8("{\"id\": \"g\", \"text\": \"green\"}\n"));
        Path file = folder.resolve("mixed.jsonl");
        for (byte[] line : lines) {
            Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        assertOneLine(
                encode("mixed.jsonl", "--maxFailures=5", "--maxRecordBytes=200"), 1, "6 records", "--maxFailures=6");
        Invocation run = encode("mixed.jsonl", "--maxFailures=6", "--maxRecordBytes=200");
        assertThat(run.exitCode()).isZero();
        assertThat(StoredRows.of(folder.resolve("output"))).containsOnlyKeys("a", "g");
        List<FailedRecord> failed = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("output/failed/failed-00000-of-00001.jsonl"))) {
            failed.add(FailedRecordJson.read(line, "failed"));
        }
        assertThat(failed)
                .extracting(FailedRecord::reason)
                .containsExactly(
                        FailureReason.BROKEN_JSON,
                        FailureReason.MISSING_FIELD,
                        FailureReason.WRONG_TYPE,
                        FailureReason.INVALID_UTF8,
                        FailureReason.DUPLICATE_ID,
                        FailureReason.RECORD_TOO_LONG);
        assertThat(failed).extracting(FailedRecord::file).containsOnly(file.toString());
    }

    @Test
    void finishedOutputIsReplacedOnlyWhenAsked() throws IOException {
        Path output = folder.resolve("output");
        assertThat(encode("good.jsonl").exitCode()).isZero();
        Files.writeString(folder.resolve("good.jsonl"), "{\"id\": 2, \"text\": \"blue\"}\n");
        assertOneLine(encode("good.jsonl"), 2, output.toString(), "--overwrite");
        assertThat(StoredRows.of(output)).containsOnlyKeys("1");
        assertThat(encode("good.jsonl", "--overwrite").exitCode()).isZero();
        assertThat(StoredRows.of(output)).containsOnlyKeys("2");
    }

    @Test
    void leftoversOfACrashedRunAreNoObstacle() throws IOException {
        Path output = folder.resolve("output");
        Files.createDirectories(output.resolve(".embeam-old"));
        Files.createDirectories(output.resolve("data"));
        Files.writeString(output.resolve(".embeam-old/x.parquet"), "half");
        Files.writeString(output.resolve("data/part-00007-of-00009.parquet"), "half");
        assertThat(encode("good.jsonl").exitCode()).isZero();
        assertThat(StoredRows.of(output)).containsOnlyKeys("1");
        assertThat(output.resolve(".embeam-old")).doesNotExist();
        assertThat(output.resolve("data")).isDirectoryContaining("glob:**/part-00000-of-00001.parquet");
        assertThat(output.resolve("data")).isDirectoryNotContaining("glob:**/part-00007*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--input=none*.jsonl|no file matches",
                "--inptu=x|inptu",
                "--precision=int4|--precision is \"int4\"",
                "--compression=lz4|--compression is \"lz4\"",
                "--normalize=maybe|--normalize is \"maybe\"",
                "--semantics=bert|--semantics is \"bert\"",
                "--precompiledReading=x|--precompiledReading is \"x\"",
                "--inputFormat=xml|--inputFormat is \"xml\"",
                "--inputCompression=xz|--inputCompression is \"xz\"",
                "--progress=loud|--progress is \"loud\"",
                "--fileMegabytes=1|--fileMegabytes is 1",
                "--dims=3|dims is 3",
                "--dims=many|many",
                "--maxFailures=-1|maxFailures",
                "--model=/nowhere/at-all|/nowhere/at-all: there is no model.safetensors",
                "--output=|output is empty",
                "--input=|no input was named",
                "--keepFields=id|\"id\"",
                "--runner=NoRunner|NoRunner",
                "--calibration=/nowhere/at-all|/nowhere/at-all"
            })
    void wrongSettingIsExitCodeTwoWithOneLine(String flagAndMessage) {
        int bar = flagAndMessage.indexOf('|');
        assertOneLine(encode("good.jsonl", flagAndMessage.substring(0, bar)), 2, flagAndMessage.substring(bar + 1));
        assertThat(folder.resolve("output/manifest.json")).doesNotExist();
    }

    @Test
    void outputThatIsAFileOrBelowOneIsExitCodeTwo() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertOneLine(encode("good.jsonl", "--output=" + file), 2, file.toString(), "cannot be written");
        Path below = file.resolve("folder");
        assertOneLine(encode("good.jsonl", "--output=" + below), 2, below.toString(), "cannot be written");
    }

    @Test
    void pickledWeightsAreExitCodeTwo() {
        Path pickle = FixtureModel.in(folder.resolve("pickle"))
                .with("modules.json", "[{\"type\": \"sentence_transformers.models.StaticEmbedding\", \"path\": \"\"}]")
                .withTokenizer("tokenizer.json")
                .with("pytorch_model.bin", "x")
                .folder();
        assertOneLine(encode("good.jsonl", "--model=" + pickle), 2, "pickle", "safe_serialization");
    }

    private Invocation encode(String input, String... flags) {
        List<String> words = new ArrayList<>(List.of(
                "encode",
                "--input=" + folder.resolve(input),
                "--model=" + folder.resolve("model"),
                "--output=" + folder.resolve("output"),
                "--runner=DirectRunner",
                "--progress=none"));
        for (String flag : flags) {
            String name = flag.substring(0, flag.indexOf('=') + 1);
            words.removeIf(word -> !name.isEmpty() && word.startsWith(name));
            words.add(flag);
        }
        return Invocation.of(words.toArray(String[]::new));
    }

    private static void assertOneLine(Invocation run, int exitCode, String... parts) {
        assertThat(run.err()).contains(parts).startsWith("embeam encode: ").endsWith("\n");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).isEmpty();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
