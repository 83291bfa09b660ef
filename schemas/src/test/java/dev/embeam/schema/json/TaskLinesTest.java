package dev.embeam.schema.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.LabelledTexts;
import dev.embeam.schema.Split;
import dev.embeam.schema.TextPairs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskLinesTest {
    @Test
    void labelsAreNumbersOrTexts() throws IOException {
        LabelledTexts texts = LabelledTextsJson.JMTEB.read(
                stream("\uFEFF{\"text\":\"a\",\"label\":3,\"x\":[]}\r\n\n{\"label\":\"L\",\"text\":\"\"}"),
                Split.TRAIN,
                "t.jsonl");
        assertThat(texts.texts()).containsExactly("a", "");
        assertThat(texts.labels()).containsExactly("3", "L");
    }

    @Test
    void fieldsCanBeNamed() throws IOException {
        TextPairs pairs = new TextPairsJson("a", "b", "y")
                .read(stream("{\"a\":\"1\",\"b\":\"2\",\"y\":\"4.5\"}"), Split.TEST, "p.jsonl");
        assertThat(pairs.first()).containsExactly("1");
        assertThat(pairs.second()).containsExactly("2");
        assertThat(pairs.labels()).containsExactly(4.5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"text\":\"a\"}|line 2: there is no field \"label\"",
                "{\"text\":1,\"label\":1}|line 2: field \"text\" is 1; expected a text",
                "{\"text\":\"a\",\"label\":true}|line 2: field \"label\" is true; expected a text or a number",
                "{\"text\":\"a\"|line 2: broken JSON",
                "{} {}|line 2: broken JSON",
                "[]|line 2: a JSON value that is no object"
            })
    void wrongLineIsNamed(String line, String message) {
        assertThatThrownBy(() -> LabelledTextsJson.JMTEB.read(
                        stream("{\"text\":\"a\",\"label\":1}\n" + line), Split.TEST, "t.jsonl"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageStartingWith("t.jsonl, " + message);
    }

    @Test
    void judgementThatIsNoNumberIsNamed() {
        for (String label : new String[] {"\"x\"", "\"NaN\"", "[]"}) {
            assertThatThrownBy(() -> TextPairsJson.JMTEB.read(
                            stream("{\"sentence1\":\"a\",\"sentence2\":\"b\",\"label\":" + label + "}"),
                            Split.TEST,
                            "p.jsonl"))
                    .isInstanceOf(CorruptDataException.class)
                    .hasMessageContaining("line 1: field \"label\" is " + label + "; expected a finite number");
        }
    }

    @Test
    void emptyFileAndOtherBytesThanUtf8AreErrors() {
        assertThatThrownBy(() -> LabelledTextsJson.JMTEB.read(stream("\n"), Split.TEST, "t.jsonl"))
                .hasMessageContaining("t.jsonl: the file has no lines");
        assertThatThrownBy(() -> TextPairsJson.JMTEB.read(
                        new ByteArrayInputStream(new byte[] {'{', (byte) 0xff}), Split.TEST, "p.jsonl"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("not UTF-8");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
