package dev.embeam.pipeline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.SharedFiles;
import dev.embeam.schema.suite.Suite;
import dev.embeam.schema.suite.SuiteDataset;
import dev.embeam.schema.suite.SuiteFile;
import dev.embeam.schema.suite.SuiteReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteFilesTest {
    private static final Path FOLDER = Path.of("../runner-configs/suites");

    private static Suite suite(String name) throws IOException {
        return SuiteReader.read(Files.readString(FOLDER.resolve(name)), name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quick.yaml", "shared-data.yaml", "collection-size.yaml"})
    void everyFileOfTheSharedDataIsThere(String name) throws IOException {
        for (SuiteDataset dataset : suite(name).datasets()) {
            for (SuiteFile file : SuiteFile.values()) {
                for (String path : dataset.files(file)) {
                    Path named = SharedFiles.path("data").resolve(path);
                    try (var files = Files.newDirectoryStream(
                            named.getParent(), named.getFileName().toString())) {
                        assertThat(files).as(path).isNotEmpty();
                    }
                }
            }
        }
    }

    @Test
    void jmtebHasItsSixteenSets() throws IOException {
        Suite suite = suite("jmteb-v1.yaml");
        assertThat(suite.datasets()).hasSize(16);
        assertThat(suite.datasets())
                .allSatisfy(dataset -> assertThat(dataset.files(SuiteFile.TEST))
                        .singleElement()
                        .asString()
                        .startsWith(dataset.name()));
    }

    @Test
    void everySuiteOfTheFolderIsRead() throws IOException {
        try (var files = Files.list(FOLDER)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                assertThat(suite(file.getFileName().toString()).datasets()).isNotEmpty();
            }
        }
    }
}
