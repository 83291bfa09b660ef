package dev.embeam.fasttext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.embeam.fixture.Seeds;
import dev.embeam.tokenizer.TokenIds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FastTextEncoderTest {
    private static final WordPooling FASTTEXT = WordPooling.of(WordPooling.Kind.FASTTEXT);

    @ParameterizedTest
    @EnumSource(
            value = WordPooling.Kind.class,
            names = {"MEAN_OF_NORMALIZED", "MEAN", "SIF"})
    void composedWordsAddWhatComposingEachTimeDoes(WordPooling.Kind kind) throws IOException {
        for (String name : List.of("sg.bin", "cbow.bin", "sg-hs-nosub.bin", "sup.bin", "sup-qnorm-cutoff.ftz")) {
            FastTextModel model = GoldenModels.read(name);
            WordPooling pooling = WordPooling.of(kind);
            FastTextEncoder inPlace = GoldenModels.encoder(name, pooling);
            FastTextEncoder beside = FastTextEncoder.of(model, pooling);
            for (int i = 0; i < 50; i++) {
                byte[] text = draw(model.dictionary(), Seeds.random(i));
                float[] expected = composed(model, pooling, text);
                assertThat(encode(inPlace, text)).as(name + Seeds.describe(i)).isEqualTo(expected);
                assertThat(encode(beside, text)).as(name + Seeds.describe(i)).isEqualTo(expected);
            }
        }
    }

    /** Every word composed by itself, as the specification says. */
    private static float[] composed(FastTextModel model, WordPooling pooling, byte[] text) {
        WordVectors vectors = new WordVectors(model);
        WhitespaceTokens words = new WhitespaceTokens();
        words.start(text, 0, text.length);
        float[] sum = new float[vectors.dim()];
        int count = 0;
        while (words.next()) {
            float[] vector = new float[vectors.dim()];
            vectors.write(words.bytes(), words.from(), words.to(), vector, 0);
            float norm = WordVectors.norm(vector, 0, vector.length);
            int word = model.dictionary().findWord(words.bytes(), words.from(), words.to(), words.hash());
            float factor = switch (pooling.kind()) {
                case MEAN_OF_NORMALIZED -> (float) (1.0 / norm);
                case SIF -> word < 0 ? 1 : weight(model.dictionary(), word);
                default -> 1;
            };
            for (int j = 0; norm > 0 && j < sum.length; j++) {
                sum[j] += vector[j] * factor;
            }
            count += norm > 0 ? 1 : 0;
        }
        for (int j = 0; count > 0 && j < sum.length; j++) {
            sum[j] *= (float) (1.0 / count);
        }
        return sum;
    }

    private static float weight(Dictionary dictionary, int word) {
        double p = dictionary.count(word) / (double) dictionary.tokens();
        return (float) (1e-3 / (1e-3 + p));
    }

    private static byte[] draw(Dictionary dictionary, SplittableRandom random) {
        List<String> words = new ArrayList<>();
        for (int i = random.nextInt(40); i > 0; i--) {
            String known = dictionary.text(random.nextInt(dictionary.size()));
            words.add(random.nextInt(4) == 0 ? known + random.nextInt(10) : known);
        }
        return String.join(random.nextBoolean() ? " " : "\n", words).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void sifWeighsByTheCountsOfACollectionWhereTheyAreGiven() {
        FastTextModel model = SmallModels.skipgram(List.of(bytes("a"), bytes("b")), 3, 0, 0, 0);
        WordPooling pooling = WordPooling.sif(0.5, new WordPooling.WordCounts(new long[] {1, 0}, 2));
        float[] vector = encode(FastTextEncoder.of(model, pooling), bytes("a b"));
        for (int j = 0; j < 3; j++) {
            float expected = (model.input().row(0)[j] * 0.5f + model.input().row(1)[j]) / 2;
            assertThat(vector[j]).isEqualTo(expected, within(1e-6f));
        }
    }

    @Test
    void sifNeedsCounts() throws IOException {
        FastTextModel model = SmallModels.skipgram(List.of(bytes("a")), 3, 0, 0, 0);
        assertThatThrownBy(() -> FastTextEncoder.of(
                        model, WordPooling.sif(1e-3, new WordPooling.WordCounts(new long[] {1, 2}, 3))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 words")
                .hasMessageContaining("model's 1");
        assertThatThrownBy(() -> new WordPooling.WordCounts(new long[0], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("collection");
        assertThatThrownBy(() -> WordPooling.sif(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void labelsTakenForWordsAreUnknownWords() {
        FastTextModel model = SmallModels.skipgram(List.of(bytes("rain"), bytes("__label__x")), 4, 50, 3, 5);
        TokenIds expected = new TokenIds();
        new Subwords(model.settings(), model.dictionary())
                .addRows(bytes("__label__x"), 0, 10, Dictionary.NONE, expected);
        FastTextSession session = FastTextEncoder.of(model, FASTTEXT).newSession(0);
        TokenIds codes = new TokenIds();
        session.tokenize(bytes("__label__x"), 0, 10, codes);
        assertThat(session.unknownTokens()).isOne();
        assertThat(codes.get(0)).isEqualTo(-(expected.size() + 1));
        assertThat(Arrays.copyOfRange(codes.toArray(), 1, codes.size())).isEqualTo(expected.toArray());
    }

    @Test
    void theLowestOfEqualWordsCounts() throws IOException {
        FastTextModel model = SmallModels.skipgram(List.of(bytes("a"), bytes("b"), bytes("a")), 3, 0, 0, 0);
        float[] expected = new float[3];
        new WordVectors(model).write(bytes("a"), 0, 1, expected, 0);
        assertThat(expected).isEqualTo(model.input().row(0));
        assertThat(encode(FastTextEncoder.of(model, WordPooling.of(WordPooling.Kind.MEAN)), bytes("a")))
                .isEqualTo(expected);
    }

    @Test
    void textsWithoutWordsHaveAZeroVector() throws IOException {
        for (String name : List.of("sg.bin", "sg-hs-nosub.bin")) {
            FastTextEncoder encoder = GoldenModels.encoder(name, FASTTEXT);
            assertThat(encode(encoder, bytes(""))).containsOnly(0f);
            assertThat(encode(encoder, bytes(" \n\t "))).containsOnly(0f);
        }
        FastTextEncoder withoutNgrams = GoldenModels.encoder("sg-hs-nosub.bin", FASTTEXT);
        assertThat(encode(withoutNgrams, bytes("qqq zzz"))).containsOnly(0f);
    }

    @Test
    void tokensAreCountedAndCut() throws IOException {
        byte[] text = bytes("rain qzx rain snow");
        for (String name : List.of("sg.bin", "sup.bin")) {
            FastTextEncoder encoder = GoldenModels.encoder(name, FASTTEXT);
            TokenIds cut = new TokenIds();
            FastTextSession two = encoder.newSession(2);
            assertThat(two.tokenize(text, 0, text.length, cut)).as(name).isTrue();
            assertThat(two.unknownTokens()).as(name).isOne();
            TokenIds whole = new TokenIds();
            FastTextSession all = encoder.newSession(0);
            assertThat(all.tokenize(text, 0, 8, whole)).as(name).isFalse();
            assertThat(cut.toArray()).as(name).isEqualTo(whole.toArray());
            assertThat(encoder.newSession(4).tokenize(text, 0, text.length, cut))
                    .as(name)
                    .isFalse();
        }
        FastTextEncoder encoder = GoldenModels.encoder("sg.bin", FASTTEXT);
        assertThatThrownBy(() -> encoder.newSession(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void linesOfOneDocumentAreOneLineOfAClassifier() throws IOException {
        FastTextEncoder encoder = GoldenModels.encoder("sup.bin", FASTTEXT);
        assertThat(encode(encoder, bytes("rain snow\nsoup\n"))).isEqualTo(encode(encoder, bytes("rain snow soup")));
    }

    @Test
    void halfSurrogatePairsAreReplacementCharacters() throws IOException {
        FastTextSession session = GoldenModels.encoder("sg.bin", FASTTEXT).newSession(0);
        TokenIds broken = new TokenIds();
        char[] half = {'a', 0xD83C, ' ', 0xDF5C, 'b'};
        session.tokenize(half, 0, half.length, broken);
        TokenIds replaced = new TokenIds();
        byte[] text = "a\uFFFD \uFFFDb".getBytes(StandardCharsets.UTF_8);
        session.tokenize(text, 0, text.length, replaced);
        assertThat(broken.toArray()).isEqualTo(replaced.toArray());
    }

    @Test
    void wordsOfAMegabyteAndInvalidBytesAreEncoded() throws IOException {
        byte[] text = new byte[1 << 20];
        Seeds.random(0).nextBytes(text);
        byte[] word = new byte[1 << 20];
        Arrays.fill(word, (byte) 'w');
        for (String name : List.of("sg.bin", "sup.bin", "sup-qnorm-cutoff.ftz")) {
            FastTextModel model = GoldenModels.read(name);
            WordPooling pooling = WordPooling.of(WordPooling.Kind.MEAN_OF_NORMALIZED);
            FastTextEncoder encoder = FastTextEncoder.of(model, pooling);
            assertThat(encode(encoder, word)).as(name).isEqualTo(composed(model, pooling, word));
            assertThat(encode(encoder, text)).as(name).isEqualTo(composed(model, pooling, text));
        }
    }

    @Test
    void codesOfAnotherModelAreRefused() throws IOException {
        FastTextEncoder encoder = GoldenModels.encoder("sg.bin", FASTTEXT);
        FastTextSession session = encoder.newSession(0);
        float[] out = new float[encoder.dim()];
        int rows = GoldenModels.read("sg.bin").input().rows();
        for (int[] codes : List.of(
                new int[] {encoder.dictionary().words()},
                new int[] {-2, rows},
                new int[] {-2, -2},
                new int[] {-3, 5},
                new int[] {Integer.MIN_VALUE, 5})) {
            assertThatThrownBy(() -> session.encode(codes, 0, codes.length, out, 0))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void wordsOfNoRowsDoNotCount() throws IOException {
        FastTextEncoder encoder = GoldenModels.encoder("sg.bin", FASTTEXT);
        FastTextSession session = encoder.newSession(0);
        float[] alone = new float[encoder.dim()];
        session.encode(new int[] {5}, 0, 1, alone, 0);
        float[] beside = new float[encoder.dim()];
        session.encode(new int[] {-1, 5, -1}, 0, 3, beside, 0);
        assertThat(beside).isEqualTo(alone);
    }

    @Test
    void compositionInPlaceTakesNoMoreMemoryThanTheInput() throws IOException {
        FastTextModel model = GoldenModels.read("sg.bin");
        long ofModel = model.input().bytes() + model.dictionary().memory();
        assertThat(GoldenModels.encoder("sg.bin", FASTTEXT).bytes()).isEqualTo(ofModel);
        assertThat(FastTextEncoder.of(model, FASTTEXT).bytes()).isGreaterThan(ofModel);
    }

    private static float[] encode(FastTextEncoder encoder, byte[] text) {
        FastTextSession session = encoder.newSession(0);
        TokenIds codes = new TokenIds();
        session.tokenize(text, 0, text.length, codes);
        float[] vector = new float[encoder.dim()];
        // Twice, because the second time words may come from the session's memory.
        session.encode(codes.array(), 0, codes.size(), vector, 0);
        session.encode(codes.array(), 0, codes.size(), vector, 0);
        return vector;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
