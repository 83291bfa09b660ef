package dev.embeam.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaticModelTrainerTest {
    private static final String TOKENIZER = "0_StaticEmbedding/tokenizer.json";
    private static final String TABLE = "0_StaticEmbedding/model.safetensors";

    @TempDir
    static Path folder;

    private static List<String> texts;
    private static TrainedModel model;

    @BeforeAll
    static void train() throws IOException {
        texts = SampleCollection.texts();
        model = StaticModelTrainer.defaults().train(texts);
        model.save(folder);
    }

    @Test
    void twoTrainingsGiveEqualBytes(@TempDir Path other) throws IOException {
        TrainedModel again = StaticModelTrainer.defaults().train(texts);
        again.save(other);
        assertThat(again).isEqualTo(model);
        for (String file : List.of("modules.json", "config_sentence_transformers.json", TOKENIZER, TABLE)) {
            assertThat(other.resolve(file)).hasSameBinaryContentAs(folder.resolve(file));
        }
    }

    @Test
    void folderHoldsWhatAReaderLooksFor() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrder("modules.json", "config_sentence_transformers.json", TOKENIZER, TABLE);
        }
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(folder.resolve("modules.json").toFile())
                        .at("/0/path")
                        .asText())
                .isEqualTo("0_StaticEmbedding");
        assertThat(mapper.readTree(folder.resolve("config_sentence_transformers.json")
                                .toFile())
                        .at("/similarity_fn_name")
                        .asText())
                .isEqualTo("cosine");
    }

    @Test
    void everyCharacterOfTheCollectionIsAPiece() {
        for (String text : texts) {
            for (String word : TrainingText.words(text)) {
                assertThat(model.vocabulary().pieces())
                        .containsAll(
                                word.codePoints().mapToObj(Character::toString).toList());
            }
        }
    }

    @Test
    void vocabularyKeepsToItsLimitWithoutRepeats() {
        PieceVocabulary vocabulary =
                StaticModelTrainer.defaults().withMaxPieces(2_000).train(texts).vocabulary();
        assertThat(vocabulary.pieces()).hasSizeLessThanOrEqualTo(2_000).doesNotHaveDuplicates();
    }

    @Test
    void queriesFindTheirPassages() throws IOException {
        try (HuggingFaceTokenizer tokenizer = HuggingFace.open(folder)) {
            assertThat(SampleRetrieval.meanNdcgAt10(model, tokenizer)).isGreaterThan(0.7);
        }
    }

    @Test
    void anotherSeedGivesOtherNumbersOfEqualUse() throws IOException {
        TrainedModel other = StaticModelTrainer.defaults().withSeed(7).train(texts);
        assertThat(other.vocabulary()).isEqualTo(model.vocabulary());
        assertThat(other.rows()).isNotEqualTo(model.rows());
        try (HuggingFaceTokenizer tokenizer = HuggingFace.open(folder)) {
            assertThat(SampleRetrieval.meanNdcgAt10(other, tokenizer)).isGreaterThan(0.7);
        }
    }

    @Test
    void widthIsThatOfTheSetting() {
        TrainedModel narrow = StaticModelTrainer.defaults().withDim(16).train(texts.subList(0, 40));
        assertThat(narrow.rows()).hasSize(16 * narrow.vocabulary().size());
    }

    @Test
    void unknownPieceHasAZeroRow() {
        assertThat(Arrays.copyOf(model.rows(), model.dim())).containsOnly(0);
    }

    @Test
    void wrongSettingsAreRefusedByName() {
        StaticModelTrainer trainer = StaticModelTrainer.defaults();
        assertThatThrownBy(() -> trainer.withDim(0)).hasMessage("dim is 0; expected at least 1");
        assertThatThrownBy(() -> trainer.withMaxPieces(-3)).hasMessage("maxPieces is -3; expected at least 1");
        assertThatThrownBy(() -> trainer.train(List.of())).hasMessageContaining("0 texts");
    }
}
