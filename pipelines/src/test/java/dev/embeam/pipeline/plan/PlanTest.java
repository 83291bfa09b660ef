package dev.embeam.pipeline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.pipeline.Invocation;
import dev.embeam.pipeline.ParsedCommand;
import dev.embeam.pipeline.StoredRows;
import dev.embeam.pipeline.encode.EncodePipeline;
import dev.embeam.schema.RunManifest;
import dev.embeam.schema.StoredFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    private static final String[] WORDS = {"red", "green", "blue", "purple"};

    @TempDir
    Path folder;

    @BeforeEach
    void writeModel() throws IOException {
        FixtureModel.wide(Files.createDirectories(folder.resolve("model")), 64);
    }

    /** Texts become longer from the start of a file to its end, as real collections do when they are sorted. */
    private void collection(Path file, int documents) throws IOException {
        Random random = new Random(17);
        StringBuilder lines = new StringBuilder();
        boolean csv = file.toString().contains(".csv");
        lines.append(csv ? "id,text\n" : "");
        for (int i = 0; i < documents; i++) {
            StringBuilder text = new StringBuilder(WORDS[random.nextInt(WORDS.length)]);
            for (int word = random.nextInt(10 + 20 * i / documents); word > 0; word--) {
                text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
            }
            lines.append(csv ? i + "," + text + "\n" : "{\"id\":\"" + i + "\",\"text\":\"" + text + "\"}\n");
        }
        try (OutputStream out = file.toString().endsWith(".gz")
                ? new GZIPOutputStream(Files.newOutputStream(file))
                : Files.newOutputStream(file)) {
            out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private String[] words(String command, Path input, String... more) {
        String[] words = new String[more.length + 5];
        words[0] = command;
        words[1] = "--input=" + input;
        words[2] = "--model=" + folder.resolve("model");
        words[3] = "--output=" + folder.resolve("out");
        words[4] = "--parallelism=2";
        System.arraycopy(more, 0, words, 5, more.length);
        return words;
    }

    private static String planned(String... words) {
        Invocation run = Invocation.of(words);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run.out();
    }

    private static long number(String plan, String name) {
        Matcher matcher =
                Pattern.compile("(?m)^ +" + Pattern.quote(name) + " +([0-9,]+)").matcher(plan);
        assertThat(matcher.find()).as("%s in %s", name, plan).isTrue();
        return Long.parseLong(matcher.group(1).replace(",", ""));
    }

    /** What cannot be cut is read from its start, so that a sorted file is told less well. */
    @ParameterizedTest
    @CsvSource({
        "whole.jsonl, 2000, float32, 0",
        "whole.csv.gz, 2000, int8, 0",
        "cut.jsonl, 40000, float16, 4",
        "sorted.csv, 40000, binary, 45"
    })
    void planIsHeldAgainstTheRun(String name, int documents, String precision, int percent) throws IOException {
        Path input = folder.resolve(name);
        collection(input, documents);
        String plan = planned(words("plan", input, "--sampleMegabytes=1", "--precision=" + precision));
        Invocation run = Invocation.of(words("encode", input, "--precision=" + precision, "--progress=none"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        RunManifest manifest = StoredRows.manifest(folder.resolve("out"));
        assertThat(number(plan, "documents"))
                .isCloseTo(manifest.counts().documents(), Percentage.withPercentage(percent));
        assertThat(number(plan, "tokens")).isCloseTo(manifest.counts().tokens(), Percentage.withPercentage(percent));
        long bytes = manifest.files().stream().mapToLong(StoredFile::bytes).sum();
        double expected = (double) number(plan, precision) * documents / number(plan, "documents");
        assertThat(expected).isCloseTo(bytes, Percentage.withPercentage(2));
        assertThat(plan.contains("all of them")).isEqualTo(percent == 0);
        assertThat(plan.contains("starts of files only")).isEqualTo(name.equals("sorted.csv"));
        assertThat(plan.contains("float32 vectors (no --calibration)")).isEqualTo(precision.equals("int8"));
    }

    @Test
    void submitLinesAreThoseOfEncode() throws IOException {
        Path input = folder.resolve("it's.jsonl");
        collection(input, 10);
        String plan = planned(words("plan", input, "--precision=int8", "--flinkMaster=host:8081", "--taskSlots=1"));
        assertThat(plan).contains("2 of 1 slots");
        for (String start : new String[] {"./embeam encode ", "embeam-cluster.jar encode "}) {
            Matcher line =
                    Pattern.compile("(?m)" + Pattern.quote(start) + "(.*)$").matcher(plan);
            assertThat(line.find()).as(start).isTrue();
            String[] flags = line.group(1)
                    .replace("'\\''", "\0")
                    .replace("'", "")
                    .replace("\0", "'")
                    .split(" ", -1);
            assertThat(ParsedCommand.of(new EncodePipeline()).values(flags))
                    .containsEntry("input", input.toString())
                    .containsEntry("precision", "int8")
                    .containsEntry("output", folder.resolve("out").toString());
        }
        assertThat(plan).contains("--flinkMaster=host:8081").contains("flink run -m host:8081 -p 2 ");
    }

    @Test
    void recordsThatWouldFailAreTold() throws IOException {
        Path input = folder.resolve("bad.jsonl");
        Files.writeString(input, "{\"id\":1,\"text\":\"red\"}\n{\"id\":2\n{\"id\":3}\n");
        assertThat(number(planned(words("plan", input)), "failed records")).isEqualTo(2);
    }

    @Test
    void wrongFlagsAreExitCodeTwoWithOneLine() throws IOException {
        Path input = folder.resolve("a.jsonl");
        collection(input, 1);
        for (String flag : new String[] {"--sampleMegabytes=0", "--taskSlots=0", "--precision=int4"}) {
            Invocation run = Invocation.of(words("plan", input, flag));
            assertThat(run.exitCode()).as(flag).isEqualTo(2);
            assertThat(run.err().lines()).hasSize(1).first().asString().startsWith("embeam plan: ");
        }
    }
}
