package dev.embeam.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.Seeds;
import dev.embeam.fixture.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random texts through this tokenizer and through Hugging Face tokenizers: the same ids. */
class ReferenceDifferentialTest {
    private static final int SHORT_TEXTS = 400;
    private static final int LONG_TEXT = 100_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "models/ja-static-256/0_StaticEmbedding/tokenizer.json",
                "models/tokenizers/derived/rinna-ja32k-precompiled.tokenizer.json",
                "models/tokenizers/derived/sp-ja8k-precompiled.tokenizer.json",
                "models/tokenizers/llm-jp/v2.1-code10k_en20k_ja30k.tokenizer.json",
                "models/tokenizers/ort-ext/nmt.tokenizer.json",
                "models/tokenizers/ort-ext/t5-small.tokenizer.json"
            })
    void randomTextsGiveTheIdsOfTheReference(String name) throws IOException {
        Path file = SharedFiles.path(name);
        TokenizerSession session =
                Tokenizer.read(Files.readAllBytes(file), name).newSession();
        try (ReferenceTokenizer reference = new ReferenceTokenizer(file)) {
            for (int i = 0; i < SHORT_TEXTS; i++) {
                compare(session, reference, RandomTexts.of(Seeds.random(i), 60, true), i);
            }
            for (int i = 0; i < 1; i++) {
                compare(session, reference, longLine(Seeds.random(-1 - i)), -1 - i);
            }
        }
    }

    private static String longLine(SplittableRandom random) {
        StringBuilder line = new StringBuilder();
        while (line.length() < LONG_TEXT) {
            line.append(RandomTexts.of(random, 200, false));
        }
        return line.toString();
    }

    private static void compare(TokenizerSession session, ReferenceTokenizer reference, String text, long testCase) {
        TokenIds ids = new TokenIds();
        session.encode(text.toCharArray(), 0, text.length(), ids);
        int[] actual = ids.toArray();
        int[] expected = reference.encode(text);
        int at = Arrays.mismatch(actual, expected);
        assertThat(at)
                .as(() -> Seeds.describe(testCase) + ": first difference of " + codePoints(text) + "\n"
                        + Arrays.toString(actual) + "\n" + Arrays.toString(expected))
                .isEqualTo(-1);
    }

    private static String codePoints(String text) {
        StringBuilder hex = new StringBuilder();
        text.codePoints()
                .limit(300)
                .forEach(c -> hex.append(Integer.toHexString(c)).append(' '));
        return hex.toString();
    }
}
