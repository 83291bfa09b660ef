package dev.embeam.pipeline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.pipeline.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchRetrievalTest {
    @Test
    void measuresTheScanAndTheWholeJobAndCleansUp(@TempDir Path folder) throws IOException {
        Path work = Files.createDirectory(folder.resolve("work"));
        Invocation run = Invocation.of(
                "bench-retrieval",
                "--documents=3000",
                "--dims=16",
                "--queries=3",
                "--runs=1",
                "--workFolder=" + work,
                "--progress=none");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        "one thread, top 10",
                        "threads at once",
                        "[16, 8, 4, 2, 1] in one scan",
                        "3,000 x 16",
                        "whole job");
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void nothingToSearchIsWrongUsage() {
        Invocation run = Invocation.of("bench-retrieval", "--documents=0");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--documents is 0");
    }
}
