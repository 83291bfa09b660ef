package dev.embeam.fasttext.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.FastTextSettings;
import dev.embeam.fasttext.Loss;
import dev.embeam.fasttext.ModelKind;
import dev.embeam.schema.CorruptDataException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingTest {
    private static final String LINES = "__label__a red green\n__label__b blue grey\n".repeat(200);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Loss.class)
    void severalThreadsLearnWhatOneLearns(Loss loss) throws Exception {
        FastTextModel model = trainer().train(text(LINES), supervised(loss, 4, 1));
        float[] ofRed = model.input().row(entry(model, "red"));
        float[] ofBlue = model.input().row(entry(model, "blue"));
        // Words of one label end on one side, those of the other on the other.
        assertThat(dot(ofRed, model.input().row(entry(model, "green")))).isPositive();
        assertThat(dot(ofRed, ofBlue)).isNegative();
    }

    @ParameterizedTest
    @EnumSource(
            value = ModelKind.class,
            names = {"CBOW", "SKIPGRAM"})
    void severalThreadsReachTheLossOfOne(ModelKind kind) throws Exception {
        double[] losses = new double[2];
        for (int threads = 1; threads <= 2; threads++) {
            int slot = threads - 1;
            new FastTextTrainer(GoldenTraining.FILES, progress -> losses[slot] = progress.loss())
                    .train(GoldenTraining.input("train.unsup.txt"), words(kind, threads));
        }
        assertThat(losses[0]).isBetween(0.5, 4.0);
        assertThat(losses[1]).isBetween(losses[0] * 0.8, losses[0] * 1.25);
    }

    @Test
    void progressEndsWithAllWords() throws Exception {
        List<TrainingListener.Progress> told = new ArrayList<>();
        FastTextModel model =
                new FastTextTrainer(GoldenTraining.FILES, told::add).train(text(LINES), supervised(Loss.SOFTMAX, 1, 3));
        TrainingListener.Progress last = told.get(told.size() - 1);
        assertThat(last.share()).isEqualTo(1);
        assertThat(last.words()).isGreaterThanOrEqualTo(3 * model.dictionary().tokens());
        assertThat(last.loss()).isPositive();
    }

    @Test
    void aWordLongerThanTheBufferIsOneToken() throws Exception {
        String word = "x".repeat(1_000_003);
        Dictionary dictionary = trainer()
                .train(text("__label__a " + word + " y\n" + word), supervised(Loss.SOFTMAX, 1, 1))
                .dictionary();
        assertThat(dictionary.words()).isEqualTo(3);
        assertThat(dictionary.text(0)).isEqualTo(word);
        assertThat(dictionary.count(0)).isEqualTo(2);
        assertThat(dictionary.tokens()).isEqualTo(5);
    }

    @Test
    void nulAndOtherBytesBelow33SeparateAsInTheTool() throws Exception {
        Dictionary dictionary = trainer()
                .train(text("__label__a b\0c\td\u000Be\ff\rg\n"), supervised(Loss.SOFTMAX, 1, 1))
                .dictionary();
        assertThat(IntStream.range(0, dictionary.size()).mapToObj(dictionary::text))
                .containsExactlyInAnyOrder("b", "c", "d", "e", "f", "g", "</s>", "__label__a");
    }

    @Test
    void rareWordsGoWhenThereAreTooManyDifferentOnes() throws Exception {
        DictionaryBuilder builder = new DictionaryBuilder(supervised(Loss.SOFTMAX, 1, 1), 3);
        try (TrainingTokens tokens = tokens("__label__a b b c\n__label__a b d")) {
            builder.read(tokens);
        }
        // The fourth entry, the end of the line, makes the table drop all that came once: c, the label and itself.
        Dictionary dictionary = builder.build();
        assertThat(IntStream.range(0, dictionary.size()).mapToObj(dictionary::text))
                .containsExactly("b", "d", "__label__a");
        assertThat(dictionary.count(0)).isEqualTo(3);
        assertThat(dictionary.count(2)).isEqualTo(1);
        assertThat(dictionary.tokens()).isEqualTo(8);
    }

    @Test
    void anExplodingLossIsToldWithItsRate() throws Exception {
        TrainingSettings settings = new TrainingSettings(
                supervised(Loss.SOFTMAX, 1, 5).model(), 1e30, 0, "__label__", 1, 0, Optional.empty());
        String path = text(LINES);
        assertThatThrownBy(() -> trainer().train(path, settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("exploded")
                .hasMessageContaining("1.0E30");
    }

    @Test
    void aTextWithoutLabelsIsRefused() throws Exception {
        String path = text("red green\n");
        assertThatThrownBy(() -> trainer().train(path, supervised(Loss.SOFTMAX, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no label")
                .hasMessageContaining("__label__");
    }

    @Test
    void anEmptyTextIsRefused() throws Exception {
        String path = text("");
        assertThatThrownBy(() -> trainer().train(path, words(ModelKind.CBOW, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no word that occurs 1 times");
        assertThatThrownBy(
                        () -> trainer().retrain(GoldenTraining.model("sup.bin"), path, supervised(Loss.SOFTMAX, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is empty");
    }

    @Test
    void negativeSamplingNeedsTwoTargets() throws Exception {
        String path = text("__label__a red\n");
        assertThatThrownBy(() -> trainer().train(path, supervised(Loss.NEGATIVE_SAMPLING, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only one target");
    }

    @Test
    void pretrainedVectorsOfOtherColumnsAreRefused() throws Exception {
        String path = text(LINES);
        assertThatThrownBy(() -> trainer().train(path, withVectors("2 3\nred 1 2 3\nblue 1 2 3\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 columns; expected 8");
    }

    @Test
    void pretrainedVectorsThatEndEarlyAreRefused() throws Exception {
        String path = text(LINES);
        assertThatThrownBy(() -> trainer().train(path, withVectors("2 8\nred 1 2 3 4 5 6 7 8\nblue 1\n")))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("a number of word 2");
        assertThatThrownBy(() -> trainer().train(path, withVectors("1 8\nred 1 2 3 4 5 6 7 x8\n")))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("\"x8\"");
    }

    @Test
    void wordVectorsCannotBeTrainedOneVersusAll() {
        assertThatThrownBy(() -> words(ModelKind.CBOW, 1, Loss.ONE_VS_ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("loss is ova for cbow");
    }

    private static FastTextTrainer trainer() {
        return new FastTextTrainer(path -> FileChannel.open(Path.of(path)), TrainingListener.NONE);
    }

    private String text(String content) throws Exception {
        return Files.writeString(folder.resolve("text.txt"), content, StandardCharsets.ISO_8859_1)
                .toString();
    }

    private TrainingTokens tokens(String content) throws Exception {
        return new TrainingTokens(FileChannel.open(Path.of(text(content))), 0);
    }

    private TrainingSettings withVectors(String content) throws Exception {
        Path vectors = Files.writeString(folder.resolve("words.vec"), content);
        TrainingSettings settings = supervised(Loss.SOFTMAX, 1, 1);
        return new TrainingSettings(
                settings.model(), settings.lr(), 0, settings.label(), 1, 0, Optional.of(vectors.toString()));
    }

    private static TrainingSettings supervised(Loss loss, int threads, int epoch) {
        FastTextSettings model =
                new FastTextSettings(8, 5, epoch, 1, 1, 1, loss, ModelKind.SUPERVISED, 0, 0, 0, 10, 1e-4);
        return new TrainingSettings(model, 0.5, 0, "__label__", threads, 0, Optional.empty());
    }

    private static TrainingSettings words(ModelKind kind, int threads) {
        return words(kind, threads, Loss.NEGATIVE_SAMPLING);
    }

    private static TrainingSettings words(ModelKind kind, int threads, Loss loss) {
        FastTextSettings model = new FastTextSettings(16, 5, 2, 1, 5, 1, loss, kind, 1000, 3, 5, 100, 1e-4);
        return new TrainingSettings(model, 0.05, 0, "__label__", threads, 0, Optional.empty());
    }

    private static int entry(FastTextModel model, String word) {
        return IntStream.range(0, model.dictionary().size())
                .filter(i -> model.dictionary().text(i).equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static double dot(float[] a, float[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }
}
