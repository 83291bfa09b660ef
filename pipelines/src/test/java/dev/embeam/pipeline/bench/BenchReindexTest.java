package dev.embeam.pipeline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.pipeline.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchReindexTest {
    @Test
    void onlyWhatChangedIsEncodedAndNothingIsLeft(@TempDir Path folder) throws IOException {
        Path model = Files.createDirectory(folder.resolve("model"));
        FixtureModel.sentenceTransformers(model, false);
        Path input = folder.resolve("a.jsonl");
        Files.write(
                input,
                IntStream.range(0, 150)
                        .mapToObj(i -> "{\"id\":\"" + i + "\",\"text\":\"blue\"}")
                        .toList());
        Path work = Files.createDirectory(folder.resolve("work"));
        Invocation run = Invocation.of(
                "bench-reindex",
                "--input=" + input,
                "--model=" + model,
                "--repeat=2",
                "--workFolder=" + work,
                "--progress=none");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("new table").contains(", 300 of 300 documents encoded");
        assertThat(lines.get(1)).startsWith("same files").contains(", 0 of 300", ", 0.0 MiB written");
        assertThat(lines.get(2)).startsWith("other bytes").contains(", 0 of 300");
        assertThat(lines.get(3)).startsWith("1 % changed").contains(", 3 of 300");
        assertThat(work).isEmptyDirectory();
    }
}
