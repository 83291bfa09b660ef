package dev.embeam.pipeline.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.pipeline.Invocation;
import dev.embeam.pipeline.StoredRows;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
    @Test
    void goesTheWholeWayAgainAndAgain(@TempDir Path folder) throws IOException {
        for (int time = 0; time < 2; time++) {
            Invocation run = Invocation.of("quickstart", "--output=" + folder, "--progress=none");
            assertThat(run.err()).isEmpty();
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("./embeam inspect --input=", "./embeam encode --input=", "--help");
            assertThat(StoredRows.of(folder.resolve("vectors"))).hasSize(256);
        }
    }
}
