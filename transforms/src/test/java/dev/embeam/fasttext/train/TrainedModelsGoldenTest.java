package dev.embeam.fasttext.train;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fasttext.FastTextModel;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One thread gives the files of the fasttext tool, byte by byte. */
class TrainedModelsGoldenTest {
    static Stream<String> names() {
        return GoldenTraining.settings().keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void oneThreadTrainsTheModelOfTheTool(String name) throws Exception {
        FastTextModel model = new FastTextTrainer(GoldenTraining.FILES, TrainingListener.NONE)
                .train(
                        GoldenTraining.text(name),
                        requireNonNull(GoldenTraining.settings().get(name)));
        assertThat(GoldenTraining.bytes(model)).isEqualTo(Files.readAllBytes(GoldenTraining.file(name + ".bin")));
    }
}
