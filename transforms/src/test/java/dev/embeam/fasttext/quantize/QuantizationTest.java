package dev.embeam.fasttext.quantize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.FastTextSettings;
import dev.embeam.fasttext.Loss;
import dev.embeam.fasttext.ModelKind;
import dev.embeam.fasttext.train.FastTextTrainer;
import dev.embeam.fasttext.train.GoldenTraining;
import dev.embeam.fasttext.train.TrainingListener;
import dev.embeam.fasttext.train.TrainingSettings;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The digests are those of files that the fasttext tool wrote (0.9.2+ds-1+b1 of Debian 12) from train.sup.txt: {@code supervised
 * -dim 3 -bucket 70000 -minn 2 -maxn 5 -epoch 1 -lr 0.5 -thread 1}, then {@code quantize -qnorm} and {@code quantize -cutoff
 * 40000}; of the last after it was read and written again, which puts its kept buckets in order.
 */
class QuantizationTest {
    private static FastTextModel wide;

    @BeforeAll
    static void trainMoreRowsThanAreSampled() throws Exception {
        FastTextSettings model =
                new FastTextSettings(3, 5, 1, 1, 5, 1, Loss.SOFTMAX, ModelKind.SUPERVISED, 70_000, 2, 5, 100, 1e-4);
        wide = new FastTextTrainer(GoldenTraining.FILES, TrainingListener.NONE)
                .train(
                        GoldenTraining.input("train.sup.txt"),
                        new TrainingSettings(model, 0.5, 0, "__label__", 1, 0, Optional.empty()));
    }

    @Test
    void theModelIsTheOneTheToolStartsFrom() throws Exception {
        assertThat(digest(wide)).isEqualTo("48c2828e6448bf5293f8a0621d72d29578e450e24cec17b40e9fa8c297ccfdbe");
    }

    @Test
    void codebooksFromSampledRowsAreThoseOfTheTool() throws Exception {
        FastTextModel model = quantize(wide, new QuantizationSettings(0, true, false, 2, 2));
        assertThat(digest(model)).isEqualTo("2ece7ce93b363b3e7a5c5a4ee0a9fcac3fbf66c002306fdae04b945ea8418543");
    }

    @Test
    void theChoiceAmongRowsOfEqualNormsIsThatOfTheTool() throws Exception {
        FastTextModel model = quantize(wide, new QuantizationSettings(40_000, false, false, 2, 1));
        assertThat(digest(model)).isEqualTo("09767270164aa804cf5244a8c6556e30841d11fdeb59a8aa7b85022ec6bcc4df");
    }

    @Test
    void modelsOfWordVectorsAreRefused() throws Exception {
        FastTextModel model = GoldenTraining.model("sg.bin");
        assertThatThrownBy(() -> quantize(model, new QuantizationSettings(0, true, false, 2, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("skipgram")
                .hasMessageContaining("compress-fasttext");
    }

    @Test
    void quantisedModelsAreRefused() throws Exception {
        FastTextModel model = GoldenTraining.model("sup-q.ftz");
        assertThatThrownBy(() -> quantize(model, new QuantizationSettings(0, true, false, 2, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("quantised already");
    }

    @Test
    void smallMatricesAreRefused() throws Exception {
        FastTextModel model = GoldenTraining.model("sup.bin");
        assertThatThrownBy(() -> quantize(model, new QuantizationSettings(0, true, true, 2, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("output matrix is too small")
                .hasMessageContaining("12 rows; expected at least 256");
        assertThatThrownBy(() -> quantize(model, new QuantizationSettings(255, true, false, 2, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cutoff is 255, too small");
    }

    @Test
    void aCutoffOfAllRowsOrMoreDropsNothing() throws Exception {
        FastTextModel model = GoldenTraining.model("sup.bin");
        FastTextModel all =
                quantize(model, new QuantizationSettings(model.input().rows(), false, false, 2, 1));
        assertThat(GoldenTraining.bytes(all)).isEqualTo(GoldenTraining.bytes(GoldenTraining.model("sup-q.ftz")));
    }

    @ParameterizedTest
    @CsvSource({"30000, true, 2", "40000, false, 4", "60000, true, 1"})
    void theFileHasAboutTheSizeAskedFor(long bytes, boolean qnorm, int dsub) throws Exception {
        FastTextModel model = GoldenTraining.model("sup.bin");
        QuantizationSettings settings = new QuantizationSettings(0, qnorm, false, dsub, 1);
        int cutoff = TargetSize.cutoff(model, settings, bytes);
        assertThat((long) GoldenTraining.bytes(quantize(model, settings.withCutoff(cutoff))).length)
                .isBetween(bytes * 8 / 10, bytes * 11 / 10);
    }

    @Test
    void aSizeWithoutRoomForTheFewestRowsNamesTheLeast() throws Exception {
        FastTextModel model = GoldenTraining.model("sup.bin");
        QuantizationSettings settings = new QuantizationSettings(0, true, false, 2, 1);
        assertThatThrownBy(() -> TargetSize.cutoff(model, settings, 10_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10000 bytes has no room for 256 rows");
    }

    private static FastTextModel quantize(FastTextModel model, QuantizationSettings settings) throws Exception {
        return FastTextQuantizer.quantize(model, settings, Optional.empty());
    }

    private static String digest(FastTextModel model) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(GoldenTraining.bytes(model));
        return HexFormat.of().formatHex(digest);
    }
}
