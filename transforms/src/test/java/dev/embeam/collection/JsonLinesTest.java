package dev.embeam.collection;

import static dev.embeam.collection.Archives.concatenate;
import static dev.embeam.collection.Archives.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.collection.MemoryFiles.Contents;
import dev.embeam.collection.MemoryFiles.ReadDocument;
import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.FailureReason;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {
    private static final ReadSettings LENIENT = ReadSettings.defaults().withMaxFailures(1_000);

    private static Contents read(String lines) {
        return read(lines, LENIENT);
    }

    private static Contents read(String lines, ReadSettings settings) {
        return MemoryFiles.read("a/docs.jsonl", utf8(lines), settings);
    }

    @Test
    void objectsBecomeDocumentsAtTheirOffsets() {
        Contents contents = read("{\"id\":\"あ\",\"text\":\"本文\"}\n{\"text\":\"\",\"id\":\"b\"}\n");
        assertThat(contents.documents())
                .containsExactly(new ReadDocument(0, "あ", "本文", List.of()), new ReadDocument(29, "b", "", List.of()));
        assertThat(contents.failures()).isEmpty();
    }

    @Test
    void blankLinesCarriageReturnsAndAMissingLastNewlineAreAccepted() {
        Contents contents = read("{\"id\":1,\"text\":\"a\"}\r\n\r\n  \t\n\n {\"id\":2,\"text\":\"b\"} ");
        assertThat(contents.ids()).containsExactly("1", "2");
        assertThat(contents.texts()).containsExactly("a", "b");
        assertThat(contents.failures()).isEmpty();
    }

    @Test
    void byteOrderMarkAtTheStartIsSkipped() {
        byte[] bytes =
                concatenate(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, utf8("{\"id\":1,\"text\":\"a\"}"));
        MemoryFiles oneByOne = new MemoryFiles(1).put("a.jsonl", bytes);
        Contents contents = oneByOne.read(oneByOne.inspect("a.jsonl", LENIENT).parts(), LENIENT);
        assertThat(contents.documents()).containsExactly(new ReadDocument(0, "1", "a", List.of()));
    }

    @Test
    void fieldsAreJoinedByOneSpaceAndMissingOnesLeftOut() {
        ReadSettings settings = LENIENT.withTextFields(List.of("title", "text", "note"));
        Contents contents = read("""
                {"id":1,"text":"x","title":"t","note":"n"}
                {"id":2,"text":"x","title":null}
                {"id":3,"title":"","text":"x"}
                {"id":4}
                """, settings);
        assertThat(contents.texts()).containsExactly("t x n", "x", " x");
        assertThat(contents.failures())
                .singleElement()
                .satisfies(failed -> assertThat(failed.message())
                        .isEqualTo(
                                "a/docs.jsonl, line 4 (offset 107) id \"4\": MISSING_FIELD: none of the text fields is"
                                        + " there; expected a text"));
    }

    @Test
    void keptFieldsKeepStringsAsTheyAreAndOtherValuesAsJson() {
        ReadSettings settings = LENIENT.withKeepFields(List.of("a", "text", "id"));
        Contents contents = read("""
                {"id":"x","text":"t","a":"s\\"\\u00e9"}
                {"id":2,"text":"t","a":[1, {"b":"}"} ]}
                {"id":3,"text":"t","a":1.50e3}
                {"id":4,"text":"t","a":null}
                {"id":5,"text":"t"}
                {"id":6,"text":"t","a":true}
                {"id":7,"text":"t","a":""}
                """, settings);
        assertThat(contents.documents().stream().map(ReadDocument::kept))
                .containsExactly(
                        List.of("s\"é", "t", "x"),
                        List.of("[1, {\"b\":\"}\"} ]", "t", "2"),
                        List.of("1.50e3", "t", "3"),
                        Arrays.asList(null, "t", "4"),
                        Arrays.asList(null, "t", "5"),
                        List.of("true", "t", "6"),
                        List.of("", "t", "7"));
    }

    @Test
    void escapesAreResolvedAndLoneSurrogatesStay() {
        Contents contents =
                read("{\"id\":\"\\ud800\",\"text\":\"a\\n\\u3042\\ud83d\\ude00\\udc00b\",\"x\":\"\\\\\"}\n");
        assertThat(contents.ids()).containsExactly("\ud800");
        assertThat(contents.texts()).containsExactly("a\nあ\ud83d\ude00\udc00b");
    }

    @Test
    void ofANameThatRepeatsTheLastValueCounts() {
        Contents contents = read(
                "{\"id\":1,\"text\":5,\"text\":\"a\\t\",\"text\":\"b\\t\",\"id\":2}\n{\"id\":3,\"text\":\"c\",\"text\":null}");
        assertThat(contents.ids()).containsExactly("2");
        assertThat(contents.texts()).containsExactly("b\t");
        assertThat(contents.failures()).extracting(FailedRecord::reason).containsExactly(FailureReason.MISSING_FIELD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1]",
                "{\"id\":1,\"text\":\"a\"}x",
                "{\"id\":1,\"text\":\"a\"} {}",
                "{\"id\":1,\"text\":\"a\"",
                "{\"id\":1,\"text\":\"a}",
                "{\"id\":1,\"text\":\"tab\there\"}",
                "{\"id\":01,\"text\":\"a\"}",
                "{'id':1}",
                "{\"id\":NaN,\"text\":\"a\"}",
                "{\"id\":1,\"text\":\"\\x\"}",
                "{\"id\":1,}",
                "\"secret\"",
                "nul",
                "//"
            })
    void whatIsNotOneObjectIsBrokenAndNeverQuoted(String line) {
        Contents contents = read("{\"id\":0,\"text\":\"a\"}\n" + line + "\n{\"id\":2,\"text\":\"a\"}\n");
        assertThat(contents.ids()).containsExactly("0", "2");
        FailedRecord failed = contents.failures().get(0);
        assertThat(contents.failures()).hasSize(1);
        assertThat(failed.reason()).isEqualTo(FailureReason.BROKEN_JSON);
        assertThat(failed.line()).isEqualTo(2);
        assertThat(failed.offset()).isEqualTo(20);
        assertThat(failed.actual()).doesNotContain(line.substring(0, 2), "secret");
    }

    @Test
    void brokenJsonIsPlacedInBytes() {
        Contents contents = read("{\"id\":0,\"text\":\"a\"}\n{\"id\":\"あ\" 5}\n");
        assertThat(contents.failures().get(0).actual()).contains("about byte 13 of the line");
    }

    @Test
    void nestingIsBounded() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        Contents contents = read("{\"id\":0,\"text\":\"a\"}\n{\"id\":1,\"x\":" + deep + ",\"text\":\"a\"}\n");
        assertThat(contents.failures()).extracting(FailedRecord::reason).containsExactly(FailureReason.BROKEN_JSON);
    }

    @Test
    void wrongTypesAndMissingFieldsAreNamed() {
        Contents contents = read("""
                {"id":"a","text":"ok"}
                {"id":"b","text":5}
                {"id":"c","text":{"x":1}}
                {"id":"d"}
                {"id":"e","text":null}
                {"id":{},"text":"t"}
                {"text":"t"}
                {"id":"","text":"t"}
                {"id":true,"text":"t"}
                {"id":-1.5,"text":"t"}
                """);
        assertThat(contents.ids()).containsExactly("a", "true", "-1.5");
        assertThat(contents.failures()).extracting(FailedRecord::id).containsExactly("b", "c", "d", "e", "", "", "");
        assertThat(contents.failures())
                .extracting(FailedRecord::reason)
                .containsExactly(
                        FailureReason.WRONG_TYPE,
                        FailureReason.WRONG_TYPE,
                        FailureReason.MISSING_FIELD,
                        FailureReason.MISSING_FIELD,
                        FailureReason.WRONG_TYPE,
                        FailureReason.MISSING_FIELD,
                        FailureReason.MISSING_FIELD);
    }

    @Test
    void invalidUtf8IsToldWithTheOffsetOfItsByte() {
        byte[] good = utf8("{\"id\":1,\"text\":\"あ\"}\n");
        byte[] bad = utf8("{\"id\":2,\"text\":\"あい\"}\n");
        bad[20] = 'x';
        byte[] bytes = concatenate(good, bad, good);
        Contents contents = MemoryFiles.read("a.jsonl", bytes, LENIENT);
        assertThat(contents.documents()).hasSize(2);
        FailedRecord failed = contents.failures().get(0);
        assertThat(failed.reason()).isEqualTo(FailureReason.INVALID_UTF8);
        assertThat(failed.offset()).isEqualTo(good.length + 19);
        assertThat(failed.line()).isEqualTo(2);
        assertThat(failed.actual()).isEqualTo("byte 0xe3 starts no character");
    }

    @Test
    void recordsAboveTheLimitArePassedOver() {
        ReadSettings settings = LENIENT.withMaxRecordBytes(40);
        String exact = "{\"id\":2,\"text\":\"" + "a".repeat(22) + "\"}";
        String huge = "{\"id\":3,\"text\":\"" + "a".repeat(1_000_000) + "\"}";
        assertThat(exact).hasSize(40);
        Contents contents = read(
                "{\"id\":1,\"text\":\"\"}\n" + exact + "\r\n" + huge + "\n" + exact + "a\n" + exact + "\n" + huge,
                settings);
        assertThat(contents.ids()).containsExactly("1", "2", "2");
        assertThat(contents.failures()).extracting(FailedRecord::line).containsExactly(3L, 4L, 6L);
        assertThat(contents.failures()).extracting(FailedRecord::reason).containsOnly(FailureReason.RECORD_TOO_LONG);
        assertThat(contents.failures().get(0).actual()).isEqualTo("a record of 1000018 bytes");
    }

    @Test
    void idFieldIsTheFirstKnownOneOfTheFirstReadableRecord() {
        Contents contents = read("""
                nothing
                {"doc_id":"x","text":"t","docid":"y","_id":null}
                {"id":"z","docid":"w","text":"t"}
                {"id":"z","text":"t"}
                """);
        assertThat(contents.ids()).containsExactly("y", "w");
        assertThat(contents.failures())
                .extracting(FailedRecord::reason)
                .containsExactly(FailureReason.BROKEN_JSON, FailureReason.MISSING_FIELD);
    }

    @Test
    void idsAreMadeOfNameAndLineWhereNoFieldHoldsThem() {
        Contents contents = read("\n{\"text\":\"a\"}\n\n{\"text\":\"b\",\"id\":\"x\"}\n");
        assertThat(contents.ids()).containsExactly("docs.jsonl:2", "docs.jsonl:4");
        MemoryFiles files = new MemoryFiles().put("docs.jsonl", utf8("{\"text\":\"a\"}\n"));
        assertThat(files.inspect("docs.jsonl", LENIENT).file().splitsByBytes()).isFalse();
    }

    @Test
    void givenIdFieldIsAsked() {
        Contents contents =
                read("{\"id\":1,\"key\":\"k\",\"text\":\"a\"}\n{\"id\":2,\"text\":\"a\"}", LENIENT.withIdField("key"));
        assertThat(contents.ids()).containsExactly("k");
        assertThat(contents.failures().get(0).actual()).isEqualTo("field \"key\" is not there");
    }

    @Test
    void oneFailureTooManyStopsTheReaderAndNamesTheFirst() {
        assertThatThrownBy(() -> read("{\"id\":1,\"text\":\"a\"}\n{}\nx\n{}\n", LENIENT.withMaxFailures(2)))
                .isInstanceOf(TooManyFailuresException.class)
                .hasMessage(
                        "3 records cannot be used, first a/docs.jsonl, line 2 (offset 20): MISSING_FIELD: field \"id\""
                                + " is not there; expected an id in every record of a file that has ids; pass --maxFailures=N to go"
                                + " on with up to N failed records in the whole run");
        assertThat(read("{\"id\":1,\"text\":\"a\"}\n{}\nx\n{}\n", LENIENT.withMaxFailures(3))
                        .failures())
                .hasSize(3);
    }

    @Test
    void emptyFileHasNoDocuments() {
        assertThat(read("").documents()).isEmpty();
        assertThat(read("\n").documents()).isEmpty();
    }
}
