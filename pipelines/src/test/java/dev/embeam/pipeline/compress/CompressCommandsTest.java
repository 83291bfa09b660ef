package dev.embeam.pipeline.compress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.fixture.SharedFiles;
import dev.embeam.pipeline.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompressCommandsTest {
    private static final Path MODEL = SharedFiles.path("golden/fasttext/models/sg.bin");

    @TempDir
    Path folder;

    @Test
    void compressWritesAFileAndSaysWhatWasLost() {
        Path output = folder.resolve("sg.ecf");
        Invocation first = compress(output);
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).contains("100 words", "pq5", "mean cosine", "1/");
        assertThat(output).isNotEmptyFile();
        Invocation second = compress(output);
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.err()).contains("--overwrite");
    }

    private static Invocation compress(Path output) {
        return Invocation.of(
                "compress-fasttext",
                "--model=" + MODEL,
                "--output=" + output,
                "--words=100",
                "--ngrams=300",
                "--rows=pq5");
    }

    @Test
    void compressKeepsToASize() throws IOException {
        Path output = folder.resolve("small.ecf");
        Invocation run = Invocation.of(
                "compress-fasttext",
                "--model=" + MODEL,
                "--output=" + output,
                "--words=50",
                "--rows=float16",
                "--maxBytes=30000");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.size(output)).isBetween(29_900L, 30_000L);
    }

    @Test
    void aFormThatThereIsNotIsRefused() {
        Invocation run = Invocation.of(
                "compress-fasttext", "--model=" + MODEL, "--output=" + folder.resolve("x"), "--rows=int4");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("int4", "pq100");
    }

    @Test
    void sweepTriesAllCombinationsAndPicksOne() throws IOException {
        Path output = folder.resolve("sweep");
        Invocation run = Invocation.of(
                "sweep",
                "--model=" + MODEL,
                "--output=" + output,
                "--words=0,100",
                "--ngrams=300,1000",
                "--rows=float16,pq10/pq5",
                "--methods=embeam,baseline",
                "--wordPairs=" + SharedFiles.path("data/wordsim_ru/hj.jsonl") + ","
                        + SharedFiles.path("data/wordsim_ru/rt-test.jsonl.gz"),
                "--minCosine=0.5",
                "--maxBytes=10",
                "--runner=DirectRunner",
                "--progress=none");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("16 recipes", "--rows=", "10 bytes: none");
        JsonNode points =
                new ObjectMapper().readTree(output.resolve("sweep.json").toFile());
        assertThat(points).hasSize(16);
        assertThat(points.get(0).get("fidelity").get("pairs")).hasSize(2);
        assertThat(Files.readString(output.resolve("sweep.md")))
                .contains("100 words, 1,000 n-grams, pq10/pq5, baseline");
        assertThat(Files.readString(output.resolve("sweep.html"))).contains("<svg", "2auc-1");
    }
}
