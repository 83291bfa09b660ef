package dev.embeam.model;

import static dev.embeam.model.Models.encode;
import static dev.embeam.model.Models.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.fixture.SafetensorsBytes;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.tokenizer.CharsmapReading;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaticModelTest {
    private static final ModelSettings DEFAULTS = ModelSettings.defaults();
    private static final Offset<Float> CLOSE = Offset.offset(1e-6f);

    @TempDir
    Path folder;

    @Test
    void sentenceTransformersAveragesAllTokensUnknownOnesIncluded() {
        StaticModel model = StaticModel.load(FixtureModel.sentenceTransformers(folder, false), DEFAULTS);
        assertThat(vector(model, "red green")).containsExactly(0.5f, 0.5f);
        assertThat(vector(model, "red xyz")).containsExactly(9.5f / 3, -7.5f / 3);
        assertThat(vector(model, "")).containsExactly(0, 0);
    }

    @Test
    void countsWhatWasMet() {
        StaticModel model = StaticModel.load(FixtureModel.sentenceTransformers(folder, false), DEFAULTS);
        assertThat(encode(model, List.of("red xyz", "", "blue")).counts()).isEqualTo(new EncodingCounts(3, 4, 1, 1, 0));
        StaticModel cut = StaticModel.load(folder, DEFAULTS.withMaxTokens(2));
        assertThat(encode(cut, List.of("red xyz", "", "blue")).counts()).isEqualTo(new EncodingCounts(3, 4, 1, 1, 1));
        assertThat(vector(cut, "red xyz")).containsExactly(0.75f, 0.25f);
    }

    @Test
    void normalizeModuleActsBeforeTheCut() {
        Path path = FixtureModel.sentenceTransformers(folder, true);
        assertThat(vector(StaticModel.load(path, DEFAULTS), "blue")).containsExactly(0.6f, 0.8f);
        StaticModel cut = StaticModel.load(path, DEFAULTS.withDims(1));
        assertThat(vector(cut, "blue")).containsExactly(0.6f);
        assertThat(cut.card().width()).isEqualTo(2);
        assertThat(cut.card().normalized()).isFalse();
        StaticModel unit = StaticModel.load(path, DEFAULTS.withDims(1).withNormalization(Normalization.ON));
        assertThat(vector(unit, "blue")).containsExactly(1f);
        StaticModel raw = StaticModel.load(path, DEFAULTS.withNormalization(Normalization.OFF));
        assertThat(vector(raw, "blue")).containsExactly(3f, 4f);
    }

    @Test
    void withoutNormalizeModuleOnlyTheFirstColumnsAreLoaded() {
        Path path = FixtureModel.sentenceTransformers(folder, false);
        StaticModel cut = StaticModel.load(path, DEFAULTS.withDims(1));
        assertThat(vector(cut, "blue red")).containsExactly(2f);
        assertThat(cut.card().width()).isEqualTo(1);
        assertThat(cut.card().bytes()).isEqualTo(5 * 4);
    }

    @Test
    void truncateDimOfTheConfigIsTheDefaultWidth() {
        FixtureModel.sentenceTransformers(folder, false);
        FixtureModel.in(folder).with("config_sentence_transformers.json", "{\"truncate_dim\": 1}");
        assertThat(StaticModel.load(folder, DEFAULTS).dim()).isEqualTo(1);
        assertThat(StaticModel.load(folder, DEFAULTS.withDims(2)).dim()).isEqualTo(2);
    }

    @Test
    void promptsAreTextBeforeTheText() {
        FixtureModel.sentenceTransformers(folder, false);
        FixtureModel.in(folder)
                .with(
                        "config_sentence_transformers.json",
                        "{\"prompts\": {\"query\": \"blue \", \"document\": \"\"}, \"default_prompt_name\": \"query\"}");
        assertThat(vector(StaticModel.load(folder, DEFAULTS), "red")).containsExactly(2f, 2f);
        assertThat(vector(StaticModel.load(folder, DEFAULTS.withPromptName("document")), "red"))
                .containsExactly(1f, 0f);
        assertThat(vector(StaticModel.load(folder, DEFAULTS.withPrompt("green ")), "red"))
                .containsExactly(0.5f, 0.5f);
        assertThatThrownBy(() -> StaticModel.load(folder, DEFAULTS.withPromptName("passage")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("passage")
                .hasMessageContaining("query");
    }

    @Test
    void modulesAreMatchedByTheLastPartOfTheirType() {
        FixtureModel.in(folder)
                .with("modules.json", """
                        [{"path": "", "type": "sentence_transformers.sentence_transformer.modules.static_embedding.StaticEmbedding"},
                         {"path": "1_Normalize", "type": "sentence_transformers.base.modules.normalize.Normalize"}]
                        """)
                .withTokenizer("tokenizer.json")
                .with("model.safetensors", FixtureModel.weights("embedding.weight"));
        assertThat(vector(StaticModel.load(folder, DEFAULTS), "blue")).containsExactly(0.6f, 0.8f);
    }

    @Test
    void otherModulesAreRefusedByName() {
        FixtureModel.sentenceTransformers(folder, false);
        FixtureModel.in(folder)
                .with(
                        "modules.json",
                        "[{\"path\": \"\", \"type\": \"sentence_transformers.models.Transformer\"},"
                                + " {\"path\": \"1_Pooling\", \"type\": \"sentence_transformers.models.Pooling\"}]");
        assertThatThrownBy(() -> StaticModel.load(folder, DEFAULTS))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("sentence_transformers.models.Transformer");
    }

    @Test
    void picklesAreRefused() {
        FixtureModel.in(folder).withTokenizer("tokenizer.json").with("pytorch_model.bin", "x");
        assertThatThrownBy(() -> StaticModel.load(folder, DEFAULTS))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("pickle")
                .hasMessageContaining("safe_serialization");
    }

    @Test
    void emptyFolderIsRefusedByWhatItLacks() {
        assertThatThrownBy(() -> StaticModel.load(folder, DEFAULTS))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("there is no model.safetensors");
    }

    @Test
    void bareFilesFollowSentenceTransformers() {
        FixtureModel.in(folder)
                .withTokenizer("tokenizer.json")
                .with("model.safetensors", FixtureModel.weights("embeddings"));
        StaticModel model = StaticModel.load(folder, DEFAULTS);
        assertThat(vector(model, "blue")).containsExactly(3f, 4f);
        assertThat(model.card().kind()).isEqualTo("bare");
        assertThat(model.card().semantics()).isEqualTo("sentence-transformers");
    }

    @Test
    void model2vecCutsColumnsFirstAndNormalisesLast() {
        FixtureModel.model2vec(folder, true);
        assertThat(vector(StaticModel.load(folder, DEFAULTS), "blue")).containsExactly(0.6f, 0.8f);
        StaticModel cut = StaticModel.load(folder, DEFAULTS.withDims(1));
        assertThat(vector(cut, "blue")).containsExactly(1f);
        assertThat(cut.card().normalized()).isTrue();
        assertThat(cut.card().maxTokens()).isEqualTo(512);
    }

    @Test
    void model2vecDoesNotNormaliseUnlessToldTo() {
        FixtureModel.in(folder)
                .with("config.json", "{\"model_type\": \"model2vec\"}")
                .withTokenizer("tokenizer.json")
                .with("model.safetensors", FixtureModel.weights("embeddings"));
        assertThat(vector(StaticModel.load(folder, DEFAULTS), "blue")).containsExactly(3f, 4f);
    }

    @Test
    void model2vecDropsUnknownWordsOfAModelThatNamesThem() {
        FixtureModel.model2vec(folder, false);
        FixtureModel.in(folder).with("tokenizer.json", """
                        {"added_tokens": [], "normalizer": null, "pre_tokenizer": {"type": "WhitespaceSplit"},
                         "post_processor": null, "decoder": null, "model": {"type": "WordLevel", "unk_token": "?",
                         "vocab": {"?": 0, "red": 1, "green": 2, "blue": 3, "x": 4}}}
                        """);
        StaticModel model = StaticModel.load(folder, DEFAULTS);
        assertThat(encode(model, List.of("xyz blue xyz", "xyz")).vectors()).containsExactly(3f, 4f, 0f, 0f);
        assertThat(encode(model, List.of("xyz blue xyz", "xyz")).counts()).isEqualTo(new EncodingCounts(2, 4, 3, 1, 0));
        StaticModel keeping = StaticModel.load(folder, DEFAULTS.withSemantics(EncodingSemantics.SENTENCE_TRANSFORMERS));
        assertThat(vector(keeping, "xyz blue")).containsExactly(5.5f, -2f);
    }

    @Test
    void model2vecKeepsUnknownPiecesOfUnigram() {
        StaticModel model = StaticModel.load(FixtureModel.model2vec(folder, false), DEFAULTS);
        assertThat(vector(model, "red xyz")).containsExactly(9.5f / 3, -7.5f / 3);
    }

    @Test
    void folderOfModel2vecCanBeReadTheOtherWay() {
        FixtureModel.model2vec(folder, true);
        FixtureModel.in(folder)
                .with(
                        "modules.json",
                        "[{\"path\": \".\", \"type\": \"sentence_transformers.models.StaticEmbedding\"},"
                                + " {\"path\": \"1_Normalize\", \"type\": \"sentence_transformers.models.Normalize\"}]");
        assertThat(StaticModel.load(folder, DEFAULTS).card().kind()).isEqualTo("model2vec");
        StaticModel model =
                StaticModel.load(folder, DEFAULTS.withDims(1).withSemantics(EncodingSemantics.SENTENCE_TRANSFORMERS));
        assertThat(vector(model, "blue")).containsExactly(0.6f);
    }

    @Test
    void model2vecCutsTextsByTheMedianLengthOfPieces() {
        // Lengths are 1, 4, 5, 5 and 6: with one token at most, the text is cut to five characters.
        StaticModel model = StaticModel.load(FixtureModel.model2vec(folder, false), DEFAULTS.withMaxTokens(1));
        assertThat(vector(model, "blue ")).containsExactly(3f, 4f);
        assertThat(encode(model, List.of("blue", "blue red", "green", "bluegreen"))
                        .counts()
                        .truncatedTexts())
                .isEqualTo(2);
    }

    @Test
    void mappingFindsRowsAndWeightsBelongToTokens() {
        FixtureModel.in(folder)
                .with("config.json", "{\"model_type\": \"model2vec\"}")
                .withTokenizer("tokenizer.json")
                .with(
                        "model.safetensors",
                        new SafetensorsBytes()
                                .add("weights", "F64", "5", SafetensorsBytes.doubles(1, 0.5, 2, 3, 4))
                                .addFloats("embeddings", 2, 1, 2, 10, 20)
                                .add("mapping", "I32", "5", SafetensorsBytes.ints(0, 1, 0, 1, 0))
                                .build());
        StaticModel model = StaticModel.load(folder, DEFAULTS);
        assertThat(vector(model, "red green")).containsExactly((0.5f * 10 + 2 * 1) / 2, (0.5f * 20 + 2 * 2) / 2);
        assertThatThrownBy(
                        () -> StaticModel.load(folder, DEFAULTS.withSemantics(EncodingSemantics.SENTENCE_TRANSFORMERS)))
                .hasMessageContaining("weights or a mapping");
    }

    @Test
    void mappingOutsideTheTableIsRefused() {
        FixtureModel.model2vec(folder, false);
        FixtureModel.in(folder)
                .with(
                        "model.safetensors",
                        new SafetensorsBytes()
                                .addFloats("embeddings", 2, 1, 2, 10, 20)
                                .add("mapping", "I32", "5", SafetensorsBytes.ints(0, 1, 2, 1, 0))
                                .build());
        assertThatThrownBy(() -> StaticModel.load(folder, DEFAULTS))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("token 2 has row 2");
    }

    @Test
    void tableThatIsNotTheTokenizersIsRefusedByBothCounts() {
        FixtureModel.sentenceTransformers(folder, false);
        FixtureModel.in(folder)
                .with(
                        "0_StaticEmbedding/model.safetensors",
                        new SafetensorsBytes()
                                .addFloats("embedding.weight", 1, 1, 2, 3, 4)
                                .build());
        assertThatThrownBy(() -> StaticModel.load(folder, DEFAULTS))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("4 rows")
                .hasMessageContaining("5 token ids")
                .hasMessageContaining("same export");
    }

    @Test
    void tableWithoutAKnownNameIsRefusedByWhatTheFileHolds() {
        FixtureModel.in(folder)
                .withTokenizer("tokenizer.json")
                .with("model.safetensors", FixtureModel.weights("bert.embeddings"));
        assertThatThrownBy(() -> StaticModel.load(folder, DEFAULTS))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("bert.embeddings F32 [5, 2]")
                .hasMessageContaining("embedding.weight");
    }

    @Test
    void moreColumnsThanThereAreAreRefusedByBothNumbers() {
        FixtureModel.sentenceTransformers(folder, false);
        assertThatThrownBy(() -> StaticModel.load(folder, DEFAULTS.withDims(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dims is 3")
                .hasMessageContaining("2 columns");
    }

    @Test
    void truncationOfTheTokenizerFileApplies() {
        FixtureModel.sentenceTransformers(folder, false);
        FixtureModel.in(folder)
                .withTokenizer(
                        "0_StaticEmbedding/tokenizer.json",
                        "\"truncation\": null",
                        "\"truncation\": {\"direction\": \"Right\", \"max_length\": 1, \"strategy\": \"LongestFirst\","
                                + " \"stride\": 0}");
        StaticModel model = StaticModel.load(folder, DEFAULTS);
        assertThat(vector(model, "red blue")).containsExactly(1f, 0f);
        assertThat(encode(model, List.of("red blue", "red")).counts().truncatedTexts())
                .isEqualTo(1);
    }

    @Test
    void bytesOfInt8AreNormalisedToWhatTheScaleWouldGive() {
        FixtureModel.model2vec(folder, true);
        FixtureModel.in(folder)
                .with(
                        "model.safetensors",
                        new SafetensorsBytes()
                                .add("embeddings", "I8", "5,2", new byte[] {0, 0, 127, 0, 0, 127, 30, 40, -1, -1})
                                .build());
        StaticModel model = StaticModel.load(folder, DEFAULTS);
        assertThat(model.card().table()).isEqualTo("int8");
        assertThat(vector(model, "blue")[0]).isEqualTo(0.6f, CLOSE);
        assertThat(vector(model, "blue")[1]).isEqualTo(0.8f, CLOSE);
    }

    @Test
    void fingerprintFollowsEverythingThatChangesAVectorAndNothingElse() {
        FixtureModel.sentenceTransformers(folder, true);
        String fingerprint = StaticModel.load(folder, DEFAULTS).fingerprint();
        assertThat(fingerprint).matches("[0-9a-f]{64}");
        assertThat(StaticModel.load(folder, DEFAULTS.withDims(2)).fingerprint()).isEqualTo(fingerprint);
        assertThat(StaticModel.load(folder, DEFAULTS.withMaxTokens(0)).fingerprint())
                .isEqualTo(fingerprint);
        List<ModelSettings> others = List.of(
                DEFAULTS.withDims(1),
                DEFAULTS.withMaxTokens(7),
                DEFAULTS.withPrompt("x"),
                DEFAULTS.withNormalization(Normalization.OFF),
                DEFAULTS.withSemantics(EncodingSemantics.MODEL2VEC),
                DEFAULTS.withCharsmapReading(CharsmapReading.SENTENCEPIECE));
        assertThat(others)
                .extracting(settings -> StaticModel.load(folder, settings).fingerprint())
                .doesNotHaveDuplicates()
                .doesNotContain(fingerprint);
        FixtureModel.in(folder).withTokenizer("0_StaticEmbedding/tokenizer.json", "-2.0", "-2.5");
        assertThat(StaticModel.load(folder, DEFAULTS).fingerprint()).isNotEqualTo(fingerprint);
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> DEFAULTS.withDims(-1)).hasMessageContaining("dims is -1");
        assertThatThrownBy(() -> DEFAULTS.withMaxTokens(-2)).hasMessageContaining("maxTokens is -2");
    }
}
