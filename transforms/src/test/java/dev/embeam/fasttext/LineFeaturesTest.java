package dev.embeam.fasttext;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineFeaturesTest {
    private static final byte[] NO_LINE_FEED = "rain snow".getBytes(StandardCharsets.US_ASCII);

    @Test
    void typedEndsSplitLines() throws IOException {
        LineFeatures line = new LineFeatures(GoldenModels.read("sup.bin"));
        StreamTokens tokens = over(GoldenModels.bytes("inputs/edge.txt"));
        int lines = 0;
        int ended = 0;
        while (line.read(tokens)) {
            lines++;
            ended += line.ended() ? 1 : 0;
        }
        // 41 lines of which the last is not ended, and two typed ends.
        assertThat(lines).isEqualTo(43);
        assertThat(ended).isEqualTo(42);
    }

    @Test
    void labelsAreCollectedAndTakeNoOtherPart() throws IOException {
        FastTextModel model = GoldenModels.read("sup.bin");
        String label = model.dictionary().text(model.dictionary().words() + 3);
        LineFeatures line = new LineFeatures(model);
        line.read(over((label + " rain __label__nowhere snow\n").getBytes(StandardCharsets.UTF_8)));
        int[] rows = line.rows().toArray();
        assertThat(line.labels().toArray()).containsExactly(3);
        assertThat(line.words()).isEqualTo(3);
        line.read(over("rain snow\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(line.labels().size()).isZero();
        assertThat(line.rows().toArray()).isEqualTo(rows);
    }

    @Test
    void rowsAreWordsThenNgramsThenWordNgrams() throws IOException {
        FastTextModel model = GoldenModels.read("sup-ova.bin");
        LineFeatures line = new LineFeatures(model);
        line.read(over("a b c\n".getBytes(StandardCharsets.US_ASCII)));
        assertThat(line.words()).isEqualTo(4);
        assertThat(line.unknownWords()).isLessThanOrEqualTo(3);
        // Four words have five pairs and threes of neighbours: 3 + 2.
        int[] rows = line.rows().toArray();
        int ofWords = rows.length - 5;
        for (int i = ofWords; i < rows.length; i++) {
            assertThat(rows[i])
                    .isBetween(model.dictionary().words(), model.input().rows() - 1);
        }
        long a = WordHash.of(new byte[] {'a'}, 0, 1);
        long b = WordHash.of(new byte[] {'b'}, 0, 1);
        long pair = a * 116_049_371 + b;
        int bucket = (int) Long.remainderUnsigned(pair, model.settings().bucket());
        assertThat(rows[ofWords]).isEqualTo(model.dictionary().words() + bucket);
    }

    @Test
    void linesWithoutLineFeedHaveNoEnd() throws IOException {
        LineFeatures line = new LineFeatures(GoldenModels.read("sup.bin"));
        assertThat(line.read(over(NO_LINE_FEED))).isTrue();
        assertThat(line.ended()).isFalse();
        assertThat(line.words()).isEqualTo(2);
    }

    @Test
    void emptyTextIsNoLineAndEmptyLinesAreTheirEnd() throws IOException {
        LineFeatures line = new LineFeatures(GoldenModels.read("sup.bin"));
        assertThat(line.read(over(new byte[0]))).isFalse();
        assertThat(line.rows().size()).isZero();
        assertThat(line.read(over(new byte[] {'\n'}))).isTrue();
        assertThat(line.rows().size()).isOne();
    }

    @Test
    void modelsWithoutBucketsHaveWordsAlone() {
        List<byte[]> entries =
                List.of("rain".getBytes(StandardCharsets.US_ASCII), "__label__x".getBytes(StandardCharsets.US_ASCII));
        LineFeatures line = new LineFeatures(SmallModels.model(ModelKind.SUPERVISED, entries, 2, 0, 2, 3));
        line.read(over("rain unknown rain\n".getBytes(StandardCharsets.US_ASCII)));
        assertThat(line.rows().toArray()).containsExactly(0, 0);
        assertThat(line.words()).isEqualTo(4);
        assertThat(line.unknownWords()).isEqualTo(2);
    }

    private static StreamTokens over(byte[] text) {
        StreamTokens tokens = new StreamTokens();
        tokens.start(text, 0, text.length);
        return tokens;
    }
}
