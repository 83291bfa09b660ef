package dev.embeam.pipeline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFilesTest {
    @TempDir
    private Path folder;

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void replacesAllFilesAndLeavesNoOthers() throws IOException {
        TextFiles.write(Map.of(path("a/one.md"), "1"), path("seal.json"), "first", "run1");
        TextFiles.write(Map.of(path("a/one.md"), "2"), path("seal.json"), "second", "run2");
        assertThat(TextFiles.read(path("a/one.md"))).contains("2");
        assertThat(TextFiles.read(path("seal.json"))).contains("second");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(2);
        }
    }

    @Test
    void nothingHasChangedWhenAFileCannotBeWritten() throws IOException {
        TextFiles.write(Map.of(path("one.md"), "1"), path("seal.json"), "first", "run1");
        Map<String, String> files = new LinkedHashMap<>();
        files.put(path("one.md"), "2");
        // A file stands where this one wants a folder.
        files.put(path("one.md/two.md"), "2");
        assertThatThrownBy(() -> TextFiles.write(files, path("seal.json"), "second", "run2"))
                .isInstanceOfAny(IOException.class, RuntimeException.class);
        assertThat(TextFiles.read(path("one.md"))).contains("1");
        assertThat(TextFiles.read(path("seal.json"))).contains("first");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void aFolderWithoutAllFilesHasNoSeal() throws IOException {
        TextFiles.write(Map.of(path("one.md"), "1"), path("seal.json"), "first", "run1");
        // The move fails: a folder that is not empty cannot be replaced.
        Files.createDirectories(folder.resolve("two.md/full"));
        assertThatThrownBy(() -> TextFiles.write(Map.of(path("two.md"), "2"), path("seal.json"), "second", "run2"))
                .isInstanceOf(IOException.class);
        assertThat(folder.resolve("seal.json")).doesNotExist();
    }
}
