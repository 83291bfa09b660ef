package dev.embeam.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.fixture.SharedFiles;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SentencePieceReadingTest {
    private static final String EXPECTED = "/golden/sentencepiece-normalizer/expected.jsonl";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void charactersAreReplacedAsSentencePieceDoes() throws Exception {
        Normalizer normalizer = normalizer(CharsmapReading.SENTENCEPIECE);
        for (String line : lines()) {
            JsonNode golden = JSON.readTree(line);
            // SentencePiece then also takes away the spaces at both ends, which some characters turn into.
            assertThat(normalize(normalizer, golden.get("text").textValue()).strip())
                    .as(line)
                    .isEqualTo(golden.get("normalized").textValue());
        }
    }

    @Test
    void theTwoReadingsDifferWhereVoicingMarksStandApart() throws Exception {
        assertThat(normalize(normalizer(CharsmapReading.SENTENCEPIECE), "か\u3099"))
                .isEqualTo("が");
        assertThat(normalize(normalizer(CharsmapReading.HF_LEGACY), "か\u3099")).isEqualTo("か\u3099");
    }

    private static Normalizer normalizer(CharsmapReading reading) throws Exception {
        JsonNode file =
                JSON.readTree(SharedFiles.path("models/tokenizers/derived/rinna-ja32k-precompiled.tokenizer.json")
                        .toFile());
        JsonNode node = file.get("normalizer").get("normalizers").get(0);
        return PrecompiledNormalizer.fromJson(node, "normalizer", reading);
    }

    private static String normalize(Normalizer normalizer, String text) {
        Characters out = new Characters();
        normalizer.normalize(text.toCharArray(), 0, text.length(), out);
        return out.toString();
    }

    private static Iterable<String> lines() throws Exception {
        try (InputStream stream =
                Objects.requireNonNull(SentencePieceReadingTest.class.getResourceAsStream(EXPECTED))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
