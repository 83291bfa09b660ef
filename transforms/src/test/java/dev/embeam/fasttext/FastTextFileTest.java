package dev.embeam.fasttext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.embeam.fixture.SharedFiles;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FastTextFileTest {
    @ParameterizedTest
    @MethodSource("models")
    void whatIsWrittenIsWhatWasRead(Path file) throws Exception {
        FastTextModel model;
        try (FileChannel channel = FileChannel.open(file)) {
            model = FastTextReader.read(channel, file.toString());
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        FastTextWriter.write(model, Channels.newChannel(written));
        byte[] original = Files.readAllBytes(file);
        assertThat(written.size()).isEqualTo(original.length);
        // The order of kept buckets in a pruned file is that of a hash table and means nothing.
        if (model.dictionary().pruned().isEmpty() && !file.toString().endsWith("v11.bin")) {
            assertThat(written.toByteArray()).isEqualTo(original);
        }
    }

    static Stream<Arguments> models() throws Exception {
        try (Stream<Path> files = Files.list(SharedFiles.path("golden/fasttext/models"))) {
            return files.filter(file -> !file.toString().endsWith(".vec")).sorted().toList().stream()
                    .map(file -> arguments(file));
        }
    }
}
