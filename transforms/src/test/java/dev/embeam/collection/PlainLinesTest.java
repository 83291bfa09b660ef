package dev.embeam.collection;

import static dev.embeam.collection.Archives.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.collection.MemoryFiles.Contents;
import dev.embeam.collection.MemoryFiles.ReadDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainLinesTest {
    @Test
    void everyLineIsADocumentNamedAfterFileAndLine() {
        Contents contents = MemoryFiles.read("d/a.txt", utf8("\ufeff{x}\r\n\n <b> \rあ"), ReadSettings.defaults());
        assertThat(contents.documents())
                .containsExactly(
                        new ReadDocument(0, "a.txt:1", "{x}", List.of()),
                        new ReadDocument(8, "a.txt:2", "", List.of()),
                        new ReadDocument(9, "a.txt:3", " <b> \rあ", List.of()));
    }

    @Test
    void linesHaveNoFieldsToAskFor() {
        assertThatThrownBy(() -> MemoryFiles.read(
                        "a.txt", utf8("x"), ReadSettings.defaults().withKeepFields(List.of("url"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.txt has plain lines");
    }
}
