package dev.embeam.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.compress.Recipe.Method;
import dev.embeam.fasttext.FastTextEncoder;
import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.WordPooling;
import dev.embeam.fasttext.WordPooling.Kind;
import dev.embeam.kernel.VectorKernels;
import dev.embeam.tokenizer.TokenIds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompactSessionTest {
    private static final List<String> TEXTS = List.of(
            "",
            " \t ",
            "the storm returns tonight",
            "the qqq-unknown kitchen, storms </s>",
            "ночью в кухне ☔ 8",
            "x",
            "the the the");

    private final FastTextModel original = Golden.model();

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aModelKeptWholeGivesTheTextVectorsOfTheOriginal(Kind kind) {
        CompactEncoder compact = CompactEncoder.of(
                Golden.shrunk(Recipe.all(RowForm.FLOAT32, Method.EMBEAM)), WordPooling.of(kind));
        FastTextEncoder encoder = FastTextEncoder.of(original, WordPooling.of(kind));
        for (String text : TEXTS) {
            float[] expected = new float[Golden.DIM];
            TokenIds codes = new TokenIds();
            char[] characters = text.toCharArray();
            var session = encoder.newSession(0);
            session.tokenize(characters, 0, characters.length, codes);
            session.encode(codes.toArray(), 0, codes.size(), expected, 0);
            // Norms are summed in another order, and SIF's counts are kept to two digits.
            assertThat(vector(compact, text)).as(text).containsExactly(expected, Offset.offset(1e-3f));
        }
    }

    @Test
    void aTextIsTheMeanOfItsWordsAtLengthOne() {
        CompactModel model = Golden.shrunk(Recipe.chosen(100, 300, RowForm.product(10), Method.EMBEAM));
        CompactVectors words = new CompactVectors(model);
        float[] expected = new float[Golden.DIM];
        for (String word : List.of("the", "kitchenette", "storm")) {
            float[] vector = words.vector(word);
            VectorKernels.normalize(vector, 0, Golden.DIM);
            for (int j = 0; j < expected.length; j++) {
                expected[j] += vector[j] / 3;
            }
        }
        assertThat(vector(encoder(model), "the kitchenette\nstorm"))
                .containsExactly(expected, Offset.offset(1e-6f));
    }

    @Test
    void wordsDecodedAheadChangeNoBit() {
        // So wide a vocabulary of n-grams makes the file large enough for decoded words; without it none fits.
        CompactModel large = Golden.shrunk(
                new Recipe(400, Recipe.ALL, RowForm.FLOAT16, RowForm.FLOAT32, 1, false, Method.EMBEAM, 0));
        CompactModel small =
                Golden.shrunk(new Recipe(400, 0, RowForm.FLOAT16, RowForm.FLOAT32, 1, false, Method.EMBEAM, 0));
        assertThat(encoder(large).bytes() - large.bytes()).isGreaterThan(10_000);
        assertThat(encoder(small).bytes() - small.bytes()).isLessThan(3_000);
        assertThat(vector(encoder(large), "the storm with salt"))
                .containsExactly(vector(encoder(small), "the storm with salt"));
    }

    @Test
    void tokensPastTheLimitDoNotCount() {
        CompactEncoder encoder = encoder(Golden.shrunk(Recipe.all(RowForm.FLOAT16, Method.EMBEAM)));
        CompactSession session = encoder.newSession(2);
        TokenIds codes = new TokenIds();
        byte[] text = "the storm returns".getBytes(StandardCharsets.UTF_8);
        assertThat(session.tokenize(text, 0, text.length, codes)).isTrue();
        assertThat(session.tokens()).isEqualTo(2);
        assertThat(session.unknownTokens()).isZero();
        float[] cut = new float[Golden.DIM];
        session.encode(codes.toArray(), 0, codes.size(), cut, 0);
        assertThat(cut).containsExactly(vector(encoder, "the storm"));
    }

    @Test
    void codesOfAnotherModelAreRefused() {
        CompactSession session =
                encoder(Golden.shrunk(Recipe.chosen(10, 10, RowForm.FLOAT16, Method.EMBEAM))).newSession(0);
        float[] out = new float[Golden.DIM];
        for (int[] codes : new int[][] {{10}, {-3, 1}, {-2, 11}, {-2, -1}, {Integer.MIN_VALUE}}) {
            assertThatThrownBy(() -> session.encode(codes, 0, codes.length, out, 0))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void memoryIsLittleMoreThanTheFile() {
        CompactModel model = Golden.shrunk(Recipe.all(RowForm.FLOAT32, Method.EMBEAM));
        assertThat(encoder(model).bytes()).isLessThan(model.fileBytes() * 11 / 10);
    }

    private static CompactEncoder encoder(CompactModel model) {
        return CompactEncoder.of(model, WordPooling.of(Kind.FASTTEXT));
    }

    private static float[] vector(CompactEncoder encoder, String text) {
        CompactSession session = encoder.newSession(0);
        TokenIds codes = new TokenIds();
        char[] characters = text.toCharArray();
        session.tokenize(characters, 0, characters.length, codes);
        float[] vector = new float[encoder.dim()];
        session.encode(codes.toArray(), 0, codes.size(), vector, 0);
        return vector;
    }
}
