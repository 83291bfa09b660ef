package dev.embeam.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.compress.Recipe.Method;
import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.WordVectors;
import dev.embeam.fixture.Seeds;
import dev.embeam.schema.CorruptDataException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompactFileTest {
    private static final Recipe SMALL = Recipe.chosen(50, 300, RowForm.product(7), Method.EMBEAM);

    @ParameterizedTest
    @ValueSource(strings = {"sg.bin", "cbow.bin", "sg-hs-nosub.bin"})
    void allRowsInSinglePrecisionGiveTheVectorsOfTheModelToTheBit(String name) throws IOException {
        FastTextModel model = Golden.model(name);
        byte[] file = Golden.file(new Shrinker(model), Recipe.all(RowForm.FLOAT32, Method.EMBEAM));
        CompactVectors vectors = new CompactVectors(Golden.read(file));
        WordVectors original = new WordVectors(model);
        for (String word : words(model)) {
            assertThat(vectors.vector(word)).as(name + ": " + word).containsExactly(original.vector(word));
        }
    }

    private static List<String> words(FastTextModel model) throws IOException {
        List<String> words = new ArrayList<>(Golden.queries());
        for (int word = 0; word < model.dictionary().words(); word++) {
            words.add(model.dictionary().text(word));
        }
        words.add("");
        words.add("x".repeat(100_000));
        return words;
    }

    @Test
    void wordsThatAreNotKeptHaveVectorsOfTheirNgrams() {
        CompactVectors vectors =
                new CompactVectors(Golden.shrunk(Recipe.chosen(0, Recipe.ALL, RowForm.FLOAT16, Method.EMBEAM)));
        CompactVectors all = new CompactVectors(Golden.shrunk(Recipe.all(RowForm.FLOAT16, Method.EMBEAM)));
        float[] unknown = new float[Golden.DIM];
        byte[] word = "kitchen".getBytes(StandardCharsets.UTF_8);
        all.writeUnknown(word, 0, word.length, unknown, 0);
        assertThat(vectors.vector("kitchen"))
                .isEqualTo(unknown)
                .isNotEqualTo(all.vector("kitchen"))
                .isNotEqualTo(new float[Golden.DIM]);
    }

    @Test
    void keptWordsAndTheirCountsAreFound() {
        FastTextModel original = Golden.model();
        CompactModel model = Golden.shrunk(Recipe.all(RowForm.FLOAT16, Method.EMBEAM));
        assertThat(model.words()).isEqualTo(original.dictionary().words());
        assertThat(model.ngrams()).isEqualTo(original.settings().bucket());
        for (int entry = 0; entry < model.words(); entry++) {
            byte[] word = original.dictionary().bytes(entry);
            int row = model.find(word, 0, word.length);
            assertThat(model.keptWords()[row]).isEqualTo(word);
            float count = original.dictionary().count(entry);
            assertThat(model.count(row)).isBetween(count * 0.99f, count);
        }
        assertThat(model.find(new byte[] {'q', 'q', 'q'}, 0, 3)).isEqualTo(CompactWords.NONE);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void aFileIsTheSameEachTime(Method method) {
        Recipe recipe = Recipe.chosen(50, 300, RowForm.product(7), method);
        assertThat(Golden.file(new Shrinker(Golden.model()), recipe))
                .isEqualTo(Golden.file(new Shrinker(Golden.model()), recipe));
    }

    @Test
    void aMappedFileOutlivesItsChannel(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("model.ecf");
        Files.write(file, Golden.file(new Shrinker(Golden.model()), SMALL));
        CompactModel model;
        try (FileChannel channel = FileChannel.open(file)) {
            model = CompactReader.read(channel, file.toString());
        }
        assertThat(model.fileBytes()).isEqualTo(Files.size(file));
        assertThat(new CompactVectors(model).vector("kitchen"))
                .isEqualTo(new CompactVectors(Golden.shrunk(SMALL)).vector("kitchen"));
    }

    @Test
    void everyChangedByteIsNoticed() {
        byte[] file = Golden.file(new Shrinker(Golden.model()), SMALL);
        SplittableRandom random = Seeds.random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = file.clone();
            damaged[i < 300 ? i : random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> CompactReader.read(StoredBytes.of(damaged), "model.ecf", true))
                    .as(Seeds.describe(i))
                    .isInstanceOf(CorruptDataException.class);
        }
    }

    @Test
    void aFileCutShortIsRefused() {
        byte[] file = Golden.file(new Shrinker(Golden.model()), SMALL);
        for (int length = 0; length < file.length; length += 97) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> CompactReader.read(StoredBytes.of(cut), "model.ecf", true))
                    .isInstanceOf(CorruptDataException.class)
                    .hasMessageContaining("model.ecf");
        }
    }

    /** With checksums left aside, since a hostile file has right ones. */
    @Test
    void tenThousandMutationsAreRefusedOrHarmless() throws IOException {
        byte[] file = Golden.file(new Shrinker(Golden.model()), SMALL);
        List<String> queries = Golden.queries();
        for (int i = 0; i < 10_000; i++) {
            byte[] damaged = Mutation.of(file, Seeds.random(i));
            try {
                CompactVectors vectors = new CompactVectors(CompactReader.read(StoredBytes.of(damaged), "", false));
                for (int query = i % 7; query < queries.size(); query += 7) {
                    assertThat(vectors.vector(queries.get(query))).hasSizeLessThan(1 << 17);
                }
            } catch (CorruptDataException refused) {
                assertThat(refused).hasMessageContaining("expected");
            } catch (RuntimeException | Error e) {
                throw new AssertionError(Seeds.describe(i), e);
            }
        }
    }
}
