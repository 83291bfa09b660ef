package dev.embeam.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.fixture.SharedFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ids Hugging Face tokenizers 0.21 gave for 412 texts of twenty kinds, for every tokenizer file there is. */
class GoldenIdsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "ja-unigram32k-nmt-nfkc-lower, models/ja-static-256/0_StaticEmbedding/tokenizer.json",
        "m2v-vocab-quantized, models/model2vec-fixtures/test-model-vocab-quantized/tokenizer.json",
        "multi-unigram196k-xlmr-style, models/tokenizers/derived/multi-unigram196k-xlmr-style.tokenizer.json",
        "rinna-ja32k-precompiled, models/tokenizers/derived/rinna-ja32k-precompiled.tokenizer.json",
        "sp-ja8k-precompiled, models/tokenizers/derived/sp-ja8k-precompiled.tokenizer.json",
        "v2.1-code10k_en20k_ja30k, models/tokenizers/llm-jp/v2.1-code10k_en20k_ja30k.tokenizer.json",
        "v2.2-code10K_en20K_ja30K, models/tokenizers/llm-jp/v2.2-code10K_en20K_ja30K.tokenizer.json",
        "nmt, models/tokenizers/ort-ext/nmt.tokenizer.json",
        "t5-small, models/tokenizers/ort-ext/t5-small.tokenizer.json",
        "bert-test, models/tokenizers/model2vec/bert-test.tokenizer.json",
        "m2v-bert-potion, models/model2vec-fixtures/test-model-float32/tokenizer.json",
        "roberta-base, models/tokenizers/ort-ext/roberta-base.tokenizer.json",
        "clip, models/tokenizers/ort-ext/clip.tokenizer.json",
    })
    void idsAreThoseOfTheReference(String name, String file) throws IOException {
        // The ids were taken with truncation off.
        String json = Files.readString(SharedFiles.path(file))
                .replaceFirst("\"truncation\":\\s*\\{[^}]*}", "\"truncation\": null");
        Tokenizer tokenizer = Tokenizer.read(json.getBytes(StandardCharsets.UTF_8), file);
        TokenizerSession session = tokenizer.newSession();
        List<String> wrong = new ArrayList<>();
        List<String> lines = Files.readAllLines(SharedFiles.path("golden/tokenizers/" + name + ".jsonl"));
        for (String line : lines) {
            JsonNode golden = JSON.readTree(line);
            int[] expected = JSON.treeToValue(golden.get("ids"), int[].class);
            int[] actual = encode(session, golden.get("text").textValue());
            if (!Arrays.equals(actual, expected)) {
                wrong.add(line + "\n  but was " + Arrays.toString(actual));
            }
        }
        assertThat(lines).hasSize(412);
        assertThat(wrong).isEmpty();
    }

    private static int[] encode(TokenizerSession session, String text) {
        TokenIds ids = new TokenIds();
        session.encode(text.toCharArray(), 0, text.length(), ids);
        return ids.toArray();
    }
}
