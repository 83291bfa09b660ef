package dev.embeam.pipeline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.pipeline.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchEncodeTest {
    @Test
    void measuresPartsAndAWholeProcessOverARepeatedCollectionAndCleansUp(@TempDir Path folder) throws IOException {
        Path model = Files.createDirectory(folder.resolve("model"));
        FixtureModel.sentenceTransformers(model, false);
        Path input = folder.resolve("a.jsonl");
        Files.writeString(input, "{\"docid\":\"1\",\"title\":\"red\",\"text\":\"blue\"}\n");
        Path work = Files.createDirectory(folder.resolve("work"));
        Invocation run = Invocation.of(
                "bench-encode",
                "--input=" + input,
                "--model=" + model,
                "--textFields=title,text",
                "--repeat=3",
                "--randomColumns=7",
                "--workFolder=" + work,
                "--progress=none");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        "tokens a CPU-second at 7 columns", "repeated 3 times under new ids", ", 3 documents, at most");
        assertThat(work).isEmptyDirectory();
    }
}
