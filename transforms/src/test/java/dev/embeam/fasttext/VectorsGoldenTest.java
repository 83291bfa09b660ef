package dev.embeam.fasttext;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.tokenizer.TokenIds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every golden model: the library's floats bit by bit, and the tool's output character by character. */
class VectorsGoldenTest {
    private static final WordPooling FASTTEXT = WordPooling.of(WordPooling.Kind.FASTTEXT);

    static List<String> models() throws IOException {
        return GoldenModels.names();
    }

    static List<String> printedModels() throws IOException {
        return GoldenModels.names().stream()
                .filter(name -> Files.exists(GoldenModels.path("expected").resolve(name + ".sent.txt")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("models")
    void wordVectorsAreThoseOfTheLibrary(String name) throws IOException {
        WordVectors vectors = new WordVectors(GoldenModels.read(name));
        float[] expected = GoldenModels.floats("expected/f32/" + name + ".words.f32");
        List<byte[]> words = GoldenModels.lines(GoldenModels.bytes("inputs/words.txt"));
        assertThat(expected).hasSize(words.size() * vectors.dim());
        float[] actual = new float[expected.length];
        for (int i = 0; i < words.size(); i++) {
            vectors.write(words.get(i), 0, words.get(i).length, actual, i * vectors.dim());
        }
        assertThat(bits(actual)).isEqualTo(bits(expected));
    }

    @ParameterizedTest
    @MethodSource("models")
    void sentenceVectorsAreThoseOfTheLibrary(String name) throws IOException {
        float[] expected = GoldenModels.floats("expected/f32/" + name + ".clean-sent.f32");
        List<byte[]> lines = GoldenModels.lines(GoldenModels.bytes("inputs/clean.txt"));
        FastTextEncoder inPlace = GoldenModels.encoder(name, FASTTEXT);
        FastTextEncoder beside = FastTextEncoder.of(GoldenModels.read(name), FASTTEXT);
        assertThat(bits(vectors(inPlace, lines))).isEqualTo(bits(expected));
        assertThat(bits(vectors(beside, lines))).isEqualTo(bits(expected));
    }

    @ParameterizedTest
    @MethodSource("models")
    void sentenceVectorsOfJavaTextAreThoseOfTheLibrary(String name) throws IOException {
        float[] expected = GoldenModels.floats("expected/f32/" + name + ".clean-sent.f32");
        FastTextEncoder encoder = GoldenModels.encoder(name, FASTTEXT);
        FastTextSession session = encoder.newSession(0);
        float[] actual = new float[expected.length];
        int at = 0;
        for (byte[] line : GoldenModels.lines(GoldenModels.bytes("inputs/clean.txt"))) {
            char[] text = new String(line, StandardCharsets.UTF_8).toCharArray();
            TokenIds codes = new TokenIds();
            session.tokenize(text, 0, text.length, codes);
            session.encode(codes.array(), 0, codes.size(), actual, at);
            at += encoder.dim();
        }
        assertThat(bits(actual)).isEqualTo(bits(expected));
    }

    @ParameterizedTest
    @MethodSource("printedModels")
    void wordVectorsArePrintedAsTheToolDoes(String name) throws IOException {
        WordVectors vectors = new WordVectors(GoldenModels.read(name));
        WhitespaceTokens words = new WhitespaceTokens();
        byte[] text = GoldenModels.bytes("inputs/words.txt");
        words.start(text, 0, text.length);
        List<String> printed = new ArrayList<>();
        float[] vector = new float[vectors.dim()];
        while (words.next()) {
            vectors.write(words.bytes(), words.from(), words.to(), vector, 0);
            byte[] word = Arrays.copyOfRange(words.bytes(), words.from(), words.to());
            printed.add(GoldenModels.latin1(word) + " " + GoldenModels.printed(vector));
        }
        assertThat(printed).isEqualTo(expectedLines(name + ".words.txt"));
    }

    @ParameterizedTest
    @MethodSource("printedModels")
    void sentenceVectorsArePrintedAsTheToolDoes(String name) throws IOException {
        FastTextModel model = GoldenModels.read(name);
        byte[] text = GoldenModels.bytes("inputs/edge.txt");
        List<String> printed = model.isSupervised() ? printedLines(model, text) : printedSentences(name, text);
        assertThat(printed).isEqualTo(expectedLines(name + ".sent.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rain", "unseenword", "дождик", "雨", "🍜", "</s>"})
    void ngramsArePrintedAsTheToolDoes(String word) throws IOException {
        List<String> expected = new ArrayList<>();
        boolean wanted = false;
        for (String line : Files.readAllLines(GoldenModels.path("expected/sg.bin.ngrams.txt"))) {
            if (line.startsWith("# ")) {
                wanted = line.equals("# " + word);
            } else if (wanted) {
                expected.add(line);
            }
        }
        List<String> printed = new NgramVectors(GoldenModels.read("sg.bin"))
                .of(word).stream()
                        .map(ngram -> ngram.text() + " " + GoldenModels.printed(ngram.vector()))
                        .toList();
        assertThat(printed).isEqualTo(expected);
    }

    private static List<String> printedLines(FastTextModel model, byte[] text) {
        LineFeatures line = new LineFeatures(model);
        StreamTokens tokens = new StreamTokens();
        tokens.start(text, 0, text.length);
        List<String> printed = new ArrayList<>();
        while (line.read(tokens)) {
            float[] vector = new float[model.settings().dim()];
            WordVectors.mean(model.input(), line.rows().array(), 0, line.rows().size(), vector, 0);
            printed.add(GoldenModels.printed(vector));
        }
        return printed;
    }

    private static List<String> printedSentences(String name, byte[] text) throws IOException {
        FastTextEncoder encoder = GoldenModels.encoder(name, FASTTEXT);
        float[] vectors = vectors(encoder, GoldenModels.lines(text));
        List<String> printed = new ArrayList<>();
        for (int at = 0; at < vectors.length; at += encoder.dim()) {
            printed.add(GoldenModels.printed(Arrays.copyOfRange(vectors, at, at + encoder.dim())));
        }
        return printed;
    }

    private static List<String> expectedLines(String file) throws IOException {
        return GoldenModels.lines(GoldenModels.bytes("expected/" + file)).stream()
                .map(GoldenModels::latin1)
                .toList();
    }

    private static float[] vectors(FastTextEncoder encoder, List<byte[]> lines) {
        FastTextSession session = encoder.newSession(0);
        float[] vectors = new float[lines.size() * encoder.dim()];
        TokenIds codes = new TokenIds();
        for (int i = 0; i < lines.size(); i++) {
            codes.truncate(0);
            session.tokenize(lines.get(i), 0, lines.get(i).length, codes);
            session.encode(codes.array(), 0, codes.size(), vectors, i * encoder.dim());
        }
        return vectors;
    }

    private static int[] bits(float[] numbers) {
        int[] bits = new int[numbers.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(numbers[i]));
        return bits;
    }
}
