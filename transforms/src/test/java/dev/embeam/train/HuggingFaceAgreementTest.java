package dev.embeam.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.embeam.fixture.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the trainer counts is what Hugging Face tokenizers makes of the same text with the file written. */
class HuggingFaceAgreementTest {
    /** First and last code points: ASCII with controls, Latin, Greek, zero widths, kana, Chinese, half-width, emoji. */
    private static final int[][] RANGES = {
        {0x01, 0x7f},
        {0x61, 0x66},
        {0x20, 0x20},
        {0xa0, 0x17f},
        {0x391, 0x3c9},
        {0x200b, 0x200f},
        {0x3041, 0x3096},
        {0x30a1, 0x30fc},
        {0x4e00, 0x4e20},
        {0xff01, 0xff9f},
        {0x1f600, 0x1f610},
        {0x20bb7, 0x20bb9},
        {0x2581, 0x2581}
    };

    @TempDir
    Path folder;

    @Test
    void passagesOfTheCollection() throws IOException {
        assertEqualIds(SampleCollection.texts(), "the sample collection");
    }

    @Test
    void noiseOfManyScripts() throws IOException {
        for (int test = 0; test < 5; test++) {
            SplittableRandom random = Seeds.random(test);
            List<String> texts =
                    IntStream.range(0, 200).mapToObj(i -> noise(random)).toList();
            assertEqualIds(texts, Seeds.describe(test));
        }
    }

    private void assertEqualIds(List<String> texts, String description) throws IOException {
        TrainedModel model = StaticModelTrainer.defaults().withDim(1).train(texts);
        model.save(folder);
        int[][] documents = model.vocabulary().encodeAll(texts);
        try (HuggingFaceTokenizer tokenizer = HuggingFace.open(folder)) {
            for (int i = 0; i < documents.length; i++) {
                assertThat(documents[i])
                        .as("%s: %s", description, texts.get(i))
                        .isEqualTo(ids(tokenizer, texts.get(i)));
            }
        }
    }

    private static int[] ids(HuggingFaceTokenizer tokenizer, String text) {
        return LongStream.of(tokenizer.encode(text).getIds())
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    private static String noise(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(60);
        for (int i = 0; i < length; i++) {
            int[] range = RANGES[random.nextInt(RANGES.length)];
            text.appendCodePoint(random.nextInt(range[0], range[1] + 1));
        }
        return text.toString();
    }
}
