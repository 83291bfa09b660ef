package dev.embeam.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.fixture.Seeds;
import dev.embeam.fixture.SharedFiles;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.TokenBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Vectors of real models against those of the libraries the models come from. */
class GoldenVectorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ModelSettings DEFAULTS = ModelSettings.defaults();

    @Test
    void japaneseModelGivesTheVectorsOfSentenceTransformers() throws IOException {
        StaticModel model = japanese(DEFAULTS);
        List<JsonNode> lines = lines("golden/ja-static-256.vectors.jsonl");
        TokenBatch tokens = model.newTokenizing().tokenize(Models.batch(texts(lines)));
        float[] vectors = model.encode(tokens).vectors();
        for (int i = 0; i < lines.size(); i++) {
            int[] ids = Arrays.copyOfRange(tokens.ids(), tokens.offsets()[i], tokens.offsets()[i + 1]);
            assertThat(ids)
                    .as("text %d", i)
                    .isEqualTo(JSON.convertValue(lines.get(i).get("ids"), int[].class));
            assertClose(vectors, i * 256, lines.get(i).get("vector"), "text " + i);
        }
    }

    @Test
    void leadingColumnsAreThoseOfTheWholeModel() throws IOException {
        List<String> texts = texts(lines("golden/ja-static-256.vectors.jsonl"));
        float[] whole = Models.encode(japanese(DEFAULTS), texts).vectors();
        float[] cut = Models.encode(japanese(DEFAULTS.withDims(33)), texts).vectors();
        for (int i = 0; i < texts.size(); i++) {
            assertThat(Arrays.copyOfRange(cut, 33 * i, 33 * (i + 1)))
                    .isEqualTo(Arrays.copyOfRange(whole, 256 * i, 256 * i + 33));
        }
    }

    @Test
    void quantisedVocabularyGivesTheVectorsOfModel2vec() throws IOException {
        Path folder = SharedFiles.path("models/model2vec-fixtures/test-model-vocab-quantized");
        StaticModel unit = StaticModel.load(folder, DEFAULTS.withMaxTokens(0));
        StaticModel mean = StaticModel.load(folder, DEFAULTS.withMaxTokens(0).withNormalization(Normalization.OFF));
        List<JsonNode> inputs = lines("golden/tokenizers/inputs.jsonl");
        List<JsonNode> expected = lines("golden/tokenizers/m2v-vocab-quantized.vectors.jsonl");
        List<String> texts = texts(inputs);
        float[] units = Models.encode(unit, texts).vectors();
        float[] means = Models.encode(mean, texts).vectors();
        for (int i = 0; i < expected.size(); i++) {
            assertClose(units, i * 64, expected.get(i).get("unit"), "unit vector of text " + i);
            assertClose(means, i * 64, expected.get(i).get("mean"), "mean of text " + i);
        }
    }

    @Test
    void publishedExamplesOfModel2vecComeOut() throws IOException {
        for (String name : List.of("float32", "float16", "int8", "sentence-transformers")) {
            StaticModel model =
                    StaticModel.load(SharedFiles.path("models/model2vec-fixtures/test-model-" + name), DEFAULTS);
            double tolerance = name.equals("float32") || name.startsWith("sentence") ? 1e-6 : 0.02;
            assertThat(model.card().semantics()).isEqualTo("model2vec");
            assertNear(Models.vector(model, "hello world"), example("short"), tolerance, name);
            assertNear(Models.vector(model, "hello ".repeat(1000)), example("long"), tolerance, name);
        }
        StaticModel quantised =
                StaticModel.load(SharedFiles.path("models/model2vec-fixtures/test-model-vocab-quantized"), DEFAULTS);
        assertNear(
                Models.vector(quantised, "hello ".repeat(1000)), example("vocab_quantized"), 1e-6, "vocab_quantized");
    }

    @Test
    void cutOfABatchAndOrderOfItsTextsChangeNoBit() throws IOException {
        StaticModel model = japanese(DEFAULTS.withNormalization(Normalization.ON));
        List<String> texts = texts(lines("golden/ja-static-256.vectors.jsonl"));
        EmbeddingBatch whole = Models.encode(model, texts);
        Tokenizing tokenizing = model.newTokenizing();
        SplittableRandom random = Seeds.random(0);
        for (int from = 0; from < texts.size(); ) {
            int to = Math.min(texts.size(), from + random.nextInt(1, 8));
            EmbeddingBatch part = model.encode(tokenizing.tokenize(Models.batch(texts.subList(from, to))));
            assertThat(part.vectors()).isEqualTo(Arrays.copyOfRange(whole.vectors(), 256 * from, 256 * to));
            from = to;
        }
        List<String> reversed = new ArrayList<>(texts);
        Collections.reverse(reversed);
        float[] backwards = Models.encode(model, reversed).vectors();
        for (int i = 0; i < texts.size(); i++) {
            int j = texts.size() - 1 - i;
            assertThat(Arrays.copyOfRange(backwards, 256 * j, 256 * (j + 1)))
                    .isEqualTo(Arrays.copyOfRange(whole.vectors(), 256 * i, 256 * (i + 1)));
        }
    }

    private static StaticModel japanese(ModelSettings settings) {
        return StaticModel.load(SharedFiles.path("models/ja-static-256"), settings);
    }

    private static void assertClose(float[] vectors, int at, JsonNode expected, String what) {
        for (int j = 0; j < expected.size(); j++) {
            double value = expected.get(j).doubleValue();
            double tolerance = Math.max(1e-6, 1e-5 * Math.abs(value));
            if (!(Math.abs(vectors[at + j] - value) <= tolerance)) {
                throw new AssertionError(what + ", column " + j + ": is " + vectors[at + j] + ", expected " + value);
            }
        }
    }

    private static void assertNear(float[] vector, JsonNode expected, double tolerance, String what) {
        assertThat(vector).hasSize(expected.size());
        for (int j = 0; j < vector.length; j++) {
            assertThat((double) vector[j])
                    .as("%s, column %d", what, j)
                    .isCloseTo(expected.get(j).doubleValue(), Offset.offset(tolerance));
        }
    }

    private static JsonNode example(String name) throws IOException {
        return JSON.readTree(
                        Files.readString(SharedFiles.path("models/model2vec-fixtures/embeddings_" + name + ".json")))
                .get(0);
    }

    private static List<String> texts(List<JsonNode> lines) {
        return lines.stream().map(line -> line.get("text").textValue()).toList();
    }

    private static List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(SharedFiles.path(file))) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }
}
