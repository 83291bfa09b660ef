package dev.embeam.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.embeam.fixture.Seeds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrependFirstTest {
    private static final List<String> PARTS =
            List.of("a", "b", " ", "  ", "\u0001", "\u0008", "\u3000", "\u2581", "<x>", "\t");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Nmt\"}",
                "{\"type\":\"Strip\",\"strip_left\":true,\"strip_right\":false}",
                "{\"type\":\"BertNormalizer\",\"clean_text\":true,\"handle_chinese_chars\":true,"
                        + "\"strip_accents\":null,\"lowercase\":true}",
                "{\"type\":\"NFKC\"}"
            })
    void idsAreThoseOfTheReferenceWhateverStandsBeforeTheFirstLetter(String normalizer, @TempDir Path folder)
            throws Exception {
        String json = "{\"version\":\"1.0\",\"truncation\":null,\"padding\":null,\"added_tokens\":[{\"id\":6,"
                + "\"content\":\"<x>\",\"single_word\":false,\"lstrip\":false,\"rstrip\":false,\"normalized\":false,"
                + "\"special\":true}],\"normalizer\":" + normalizer
                + ",\"pre_tokenizer\":{\"type\":\"Metaspace\",\"replacement\":\"\u2581\",\"prepend_scheme\":\"first\","
                + "\"split\":true},\"post_processor\":null,\"decoder\":null,\"model\":{\"type\":\"Unigram\",\"unk_id\":0,"
                + "\"vocab\":[[\"<unk>\",0.0],[\"\u2581\",-2.0],[\"a\",-2.0],[\"b\",-2.5],[\"\u2581a\",-1.0],"
                + "[\"\u2581b\",-1.5]],\"byte_fallback\":false}}";
        Path file = folder.resolve("tokenizer.json");
        Files.writeString(file, json, StandardCharsets.UTF_8);
        TokenizerSession session =
                Tokenizer.read(Files.readAllBytes(file), "tokenizer.json").newSession();
        try (HuggingFaceTokenizer reference = HuggingFaceTokenizer.newInstance(
                file, Map.of("addSpecialTokens", "false", "truncation", "false", "modelMaxLength", "100000"))) {
            for (int round = 0; round < 500; round++) {
                String text = text(Seeds.random(round));
                TokenIds ids = new TokenIds();
                session.encode(text.toCharArray(), 0, text.length(), ids);
                assertThat(Arrays.stream(ids.toArray()).asLongStream().toArray())
                        .as("\"%s\" in %s", text, Seeds.describe(round))
                        .isEqualTo(reference.encode(text, false, false).getIds());
            }
        }
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return text.toString();
    }
}
