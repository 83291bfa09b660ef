package dev.embeam.pipeline.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterJarTest {
    @TempDir
    Path folder;

    private Path program = Path.of("");

    @BeforeEach
    void writeProgram() throws IOException {
        program = write("embeam-pipelines.jar", 2000);
    }

    @Test
    void isTheOneBesideTheProgram() throws IOException {
        Path jar = write(ClusterJar.NAME, 2000);
        assertThat(ClusterJar.beside(program)).isEqualTo(jar);
        assertThat(ClusterJar.beside(Files.createDirectory(folder.resolve("classes"))))
                .isEqualTo(jar);
    }

    @Test
    void oneThatIsMissingIsToldWithTheCommandThatBuildsIt() {
        assertThatThrownBy(() -> ClusterJar.beside(program))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(folder.toString(), "mvn -B -P cluster package -DskipTests");
    }

    @Test
    void oneOfAnEarlierBuildIsRefused() throws IOException {
        write(ClusterJar.NAME, 1000);
        assertThatThrownBy(() -> ClusterJar.beside(program))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("older than this program", "mvn -B -P cluster package -DskipTests");
    }

    private Path write(String name, long millis) throws IOException {
        Path file = Files.writeString(folder.resolve(name), name);
        return Files.setLastModifiedTime(file, FileTime.fromMillis(millis));
    }
}
