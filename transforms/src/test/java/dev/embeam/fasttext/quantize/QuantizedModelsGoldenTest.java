package dev.embeam.fasttext.quantize;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.PrunedBuckets;
import dev.embeam.fasttext.train.FastTextTrainer;
import dev.embeam.fasttext.train.GoldenTraining;
import dev.embeam.fasttext.train.TrainingListener;
import dev.embeam.fasttext.train.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The quantised files of the fasttext tool, made again from the files it made them from. */
class QuantizedModelsGoldenTest {
    private static final Map<String, QuantizationSettings> SETTINGS = Map.of(
            "sup-q", new QuantizationSettings(0, false, false, 2, 1),
            "sup-qnorm", new QuantizationSettings(0, true, false, 2, 2),
            "sup-qnorm-dsub4", new QuantizationSettings(0, true, false, 4, 3),
            "sup-qnorm-cutoff", new QuantizationSettings(700, true, false, 2, 1),
            "sup-qnorm-cutoff-retrain", new QuantizationSettings(700, true, false, 2, 1),
            "sup-cutoff-wordsonly", new QuantizationSettings(300, false, false, 2, 1),
            "sup-many-qout", new QuantizationSettings(0, true, true, 2, 1));

    static Stream<String> names() {
        return SETTINGS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void codesAndCodebooksAreThoseOfTheTool(String name) throws Exception {
        FastTextModel original = GoldenTraining.model(name.startsWith("sup-many") ? "sup-many.bin" : "sup.bin");
        FastTextModel model =
                FastTextQuantizer.quantize(original, requireNonNull(SETTINGS.get(name)), retraining(name));
        FastTextModel expected = GoldenTraining.model(name + ".ftz");
        assertThat(model.dictionary().pruned().map(PrunedBuckets::kept))
                .usingRecursiveComparison()
                .isEqualTo(expected.dictionary().pruned().map(PrunedBuckets::kept));
        // What is read is written in the same order of kept buckets, which in the tool's own file means nothing.
        assertThat(GoldenTraining.bytes(model)).isEqualTo(GoldenTraining.bytes(expected));
        if (expected.dictionary().pruned().isEmpty()) {
            assertThat(GoldenTraining.bytes(model)).isEqualTo(Files.readAllBytes(GoldenTraining.file(name + ".ftz")));
        }
    }

    private static Optional<FastTextQuantizer.Retraining> retraining(String name) {
        return name.endsWith("retrain") ? Optional.of(QuantizedModelsGoldenTest::retrain) : Optional.empty();
    }

    private static FastTextModel retrain(FastTextModel pruned) throws IOException, InterruptedException {
        TrainingSettings settings =
                new TrainingSettings(pruned.settings().withEpoch(2), 0.1f, 0, "__label__", 1, 0, Optional.empty());
        return new FastTextTrainer(GoldenTraining.FILES, TrainingListener.NONE)
                .retrain(pruned, GoldenTraining.input("train.sup.txt"), settings);
    }
}
