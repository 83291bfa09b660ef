package dev.embeam.classify;

import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.FastTextReader;
import dev.embeam.fixture.SharedFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classifiers among the golden models. */
final class Classifiers {
    private Classifiers() {}

    static FastTextModel model(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return FastTextReader.read(channel, file.toString());
        }
    }

    static LabelPredictor golden(String name) throws IOException {
        return LabelPredictor.of(model(SharedFiles.path("golden/fasttext/models/" + name)));
    }

    /** What the tool printed for a kind of output, by the names of the models. */
    static List<String> withExpected(String ending) throws IOException {
        return names(SharedFiles.path("golden/fasttext/expected"), ending);
    }

    static List<String> withPrecise(String ending) throws IOException {
        return names(SharedFiles.path("golden/fasttext/expected/f32"), ending);
    }

    private static List<String> names(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }
}
