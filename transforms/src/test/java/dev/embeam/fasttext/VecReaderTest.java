package dev.embeam.fasttext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fixture.MemoryChannel;
import dev.embeam.fixture.Seeds;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.tokenizer.TokenIds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VecReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"sg", "cbow", "sg-hs-nosub"})
    void vectorsAreThePrintedOnesOfTheModel(String name) throws IOException {
        FastTextModel words = read(GoldenModels.bytes("models/" + name + ".vec"));
        FastTextModel model = GoldenModels.read(name + ".bin");
        WordVectors vectors = new WordVectors(model);
        assertThat(words.dictionary().words()).isEqualTo(model.dictionary().words());
        for (int word = 0; word < words.dictionary().words(); word++) {
            byte[] bytes = words.dictionary().bytes(word);
            assertThat(bytes).isEqualTo(model.dictionary().bytes(word));
            float[] vector = new float[vectors.dim()];
            vectors.write(bytes, 0, bytes.length, vector, 0);
            assertThat(GoldenModels.printed(words.input().row(word))).isEqualTo(GoldenModels.printed(vector));
        }
    }

    @Test
    void encodersReadThemAsModelsOfWordsAlone() throws IOException {
        byte[] file = GoldenModels.bytes("models/sg.vec");
        WordPooling pooling = WordPooling.of(WordPooling.Kind.FASTTEXT);
        FastTextEncoder encoder = FastTextEncoder.read(new MemoryChannel(file), "sg.vec", pooling);
        FastTextSession session = encoder.newSession(0);
        TokenIds codes = new TokenIds();
        byte[] text = "rain unseenword snow".getBytes(StandardCharsets.US_ASCII);
        session.tokenize(text, 0, text.length, codes);
        assertThat(session.unknownTokens()).isOne();
        assertThat(codes.size()).isEqualTo(2);
        assertThat(encoder.bytes()).isLessThan(file.length * 12L / 10);
    }

    @Test
    void lineEndsAndSpacesMayVary() {
        FastTextModel model = read("2 3\r\na 1 -2 +3\r\n\u00e9\u3000b\t1e-3  .5 -0 \n\n \n");
        assertThat(model.dictionary().text(0)).isEqualTo("a");
        assertThat(model.dictionary().text(1)).isEqualTo("\u00e9\u3000b");
        assertThat(model.input().row(0)).containsExactly(1, -2, 3);
        assertThat(model.input().row(1)).containsExactly(1e-3f, 0.5f, -0f);
    }

    @Test
    void theLastLineNeedsNoEnd() {
        assertThat(read("1 2\na 1 2").input().row(0)).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2\n",
                "a b\n",
                "0 3\n",
                "1 0\na\n",
                "99999999999 2\na 1 2\n",
                "2147483639 65536\na 1 2\n",
                "2 70000\na 1 2\n",
                "2 2 2\na 1 2\nb 1 2\n",
                "2 2\na 1 2\n",
                "1 2\na 1 2\nb 1 2\n",
                "2 2\na 1\nb 1 2\n",
                "2 2\na 1 2 3\nb 1 2\n",
                "2 2\na 1 x\nb 1 2\n",
                "2 2\na 1 nan\nb 1 2\n",
                "2 2\na 1 1e99\nb 1 2\n",
                "2 2\na 1 1f\nb 1 2\n",
                "2 2\na 1 -\nb 1 2\n",
                "2 2\n\na 1 2\nb 1 2\n"
            })
    void malformedFilesAreRefused(String file) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("words.vec")
                .hasMessageContaining("line ")
                .hasMessageContaining("expected");
    }

    @Test
    void hugeHeadersOfSmallFilesTakeNoMemory() {
        assertThatThrownBy(() -> read("2000000000 300\na 1 2\n"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("2000000000 words");
    }

    @Test
    void digitsAreReadToTheNearestFloat() {
        for (int i = 0; i < 20_000; i++) {
            SplittableRandom random = Seeds.random(i);
            String digits = switch (i % 4) {
                case 0 -> Float.toString(Float.intBitsToFloat(random.nextInt() & 0x7F7FFFFF));
                case 1 -> "-" + random.nextInt(100_000) + "." + random.nextInt(100_000);
                case 2 -> random.nextInt(10) + "." + random.nextInt(100_000) + "e-" + random.nextInt(10, 40);
                default -> random.nextLong() + "e" + random.nextInt(-30, 18);
            };
            byte[] bytes = digits.getBytes(StandardCharsets.US_ASCII);
            assertThat(DecimalFloat.parse(bytes, bytes.length)).as(digits).isEqualTo(Float.parseFloat(digits));
        }
        for (String broken : List.of("", "-", ".", "e5", "1e", "1e+", "--1", "1.2.3", "NaN", "0x1p3", "1d", "1 2")) {
            byte[] bytes = broken.getBytes(StandardCharsets.US_ASCII);
            assertThat(DecimalFloat.parse(bytes, bytes.length)).as(broken).isNaN();
        }
    }

    private static FastTextModel read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static FastTextModel read(byte[] file) {
        return VecReader.read(new MemoryChannel(file), "words.vec");
    }
}
