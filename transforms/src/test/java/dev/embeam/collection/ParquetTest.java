package dev.embeam.collection;

import static dev.embeam.collection.Archives.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.collection.MemoryFiles.Contents;
import dev.embeam.collection.MemoryFiles.ReadDocument;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.FailureReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParquetTest {
    private static final ReadSettings LENIENT = ReadSettings.defaults().withMaxFailures(1_000);
    private static final MessageType SCHEMA = MessageTypeParser.parseMessageType("""
            message documents {
              required binary unused (STRING);
              optional int64 id;
              optional binary title (STRING);
              optional binary text (STRING);
              optional double weight;
              optional boolean good;
              optional int32 small (INTEGER(8,false));
              optional int32 day (DATE);
              repeated binary tags (STRING);
            }
            """);

    private static Group row(long id, String text) {
        return new SimpleGroup(SCHEMA).append("unused", "u").append("id", id).append("text", text);
    }

    private static List<Group> rows(int count) {
        List<Group> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row(i, "本文" + i));
        }
        return rows;
    }

    @ParameterizedTest
    @EnumSource(names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
    void rowsBecomeDocumentsByRowNumber(CompressionCodecName codec) {
        byte[] bytes = ParquetBytes.write(SCHEMA, rows(1_000), codec, 300);
        MemoryFiles files = new MemoryFiles().put("a.parquet", bytes);
        List<FilePart> parts = files.inspect("a.parquet", LENIENT).parts();
        assertThat(parts).hasSize(4);
        Contents contents = files.read(parts, LENIENT);
        assertThat(contents.documents()).hasSize(1_000);
        for (int i = 0; i < 1_000; i++) {
            assertThat(contents.documents().get(i))
                    .isEqualTo(new ReadDocument(i, Integer.toString(i), "本文" + i, List.of()));
        }
        FilePart joined = parts.get(1).join(parts.get(2));
        assertThat(files.read(List.of(joined), LENIENT).documents())
                .isEqualTo(contents.documents().subList(300, 900));
    }

    @Test
    void numbersAndTruthValuesAreKeptAsText() {
        Group full = row(7, "t").append("weight", 1.5).append("good", true).append("small", -1);
        byte[] bytes = ParquetBytes.write(SCHEMA, List.of(full, row(8, "t")), CompressionCodecName.SNAPPY, 10);
        Contents contents =
                MemoryFiles.read("a.parquet", bytes, LENIENT.withKeepFields(List.of("small", "weight", "good", "id")));
        assertThat(contents.documents())
                .extracting(ReadDocument::kept)
                .containsExactly(List.of("4294967295", "1.5", "true", "7"), Arrays.asList(null, null, null, "8"));
    }

    @Test
    void rowsThatAreNoDocumentsFailAlone() {
        Group noText = new SimpleGroup(SCHEMA).append("unused", "u").append("id", 1L);
        Group noId = new SimpleGroup(SCHEMA).append("unused", "u").append("text", "t");
        Group badText = new SimpleGroup(SCHEMA).append("unused", "u").append("id", 3L);
        badText.add("text", Binary.fromConstantByteArray("a\ud800".getBytes(StandardCharsets.UTF_16BE)));
        List<Group> rows = List.of(row(0, "a"), noText, noId, badText, row(4, "x".repeat(101)), row(5, "b"));
        byte[] bytes = ParquetBytes.write(SCHEMA, rows, CompressionCodecName.UNCOMPRESSED, 100);
        Contents contents = MemoryFiles.read("a.parquet", bytes, LENIENT.withMaxRecordBytes(100));
        assertThat(contents.ids()).containsExactly("0", "5");
        assertThat(contents.failures())
                .extracting(FailedRecord::reason)
                .containsExactly(
                        FailureReason.MISSING_FIELD,
                        FailureReason.MISSING_FIELD,
                        FailureReason.INVALID_UTF8,
                        FailureReason.RECORD_TOO_LONG);
        assertThat(contents.failures()).extracting(FailedRecord::offset).containsExactly(1L, 2L, 3L, 4L);
        assertThat(contents.failures()).extracting(FailedRecord::id).containsExactly("1", "", "3", "4");
    }

    @Test
    void textFieldsAreJoinedAndMissingColumnsLeftOut() {
        byte[] bytes = ParquetBytes.write(
                SCHEMA, List.of(row(0, "a").append("title", "t"), row(1, "b")), CompressionCodecName.UNCOMPRESSED, 100);
        Contents contents =
                MemoryFiles.read("a.parquet", bytes, LENIENT.withTextFields(List.of("title", "subtitle", "text")));
        assertThat(contents.texts()).containsExactly("t a", "b");
    }

    @Test
    void idsAreMadeOfRowNumbersWhereNoColumnHoldsThem() {
        MessageType schema = MessageTypeParser.parseMessageType("message m { required binary text (STRING); }");
        List<Group> rows =
                List.of(new SimpleGroup(schema).append("text", "a"), new SimpleGroup(schema).append("text", "b"));
        Contents contents = MemoryFiles.read(
                "d/a.parquet", ParquetBytes.write(schema, rows, CompressionCodecName.SNAPPY, 1), LENIENT);
        assertThat(contents.ids()).containsExactly("a.parquet:1", "a.parquet:2");
    }

    @Test
    void columnsOfOtherTypesAreToldBeforeReading() {
        byte[] bytes = ParquetBytes.write(SCHEMA, rows(1), CompressionCodecName.SNAPPY, 10);
        for (String name : List.of("day", "tags")) {
            assertThatThrownBy(() -> MemoryFiles.read("a.parquet", bytes, LENIENT.withKeepFields(List.of(name))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("column \"" + name + "\" of a.parquet is of the type");
        }
        assertThatThrownBy(() -> MemoryFiles.read("a.parquet", bytes, LENIENT.withTextFields(List.of("id"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected strings");
        assertThatThrownBy(() -> MemoryFiles.read("a.parquet", bytes, LENIENT.withIdField("key")))
                .hasMessageContaining("\"key\" is no column");
    }

    @Test
    void whatIsNoParquetFileIsToldBeforeReading() {
        for (String text : List.of("", "PAR1", "{\"id\":1}\n".repeat(10))) {
            assertThatThrownBy(() -> MemoryFiles.read("a.parquet", utf8(text), LENIENT))
                    .isInstanceOf(CorruptDataException.class)
                    .hasMessageContaining("a.parquet, footer")
                    .hasMessageContaining("expected a Parquet file");
        }
        assertThatThrownBy(() -> MemoryFiles.read("a.parquet.gz", utf8("x"), LENIENT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void damagedRowGroupIsOneFailureAndTheOthersAreRead() {
        byte[] bytes = ParquetBytes.write(SCHEMA, rows(900), CompressionCodecName.SNAPPY, 300);
        MemoryFiles files = new MemoryFiles().put("a.parquet", bytes);
        List<FilePart> parts = files.inspect("a.parquet", LENIENT).parts();
        int middle = (int) (4 + parts.get(0).bytes() + parts.get(1).bytes() / 2);
        Arrays.fill(bytes, middle, middle + 100, (byte) 0x5a);
        Contents apart = files.read(parts, LENIENT);
        Contents together = files.read(List.of(parts.get(0).join(parts.get(1)).join(parts.get(2))), LENIENT);
        assertThat(apart).isEqualTo(together);
        assertThat(apart.failures()).extracting(FailedRecord::reason).containsExactly(FailureReason.UNREADABLE);
        assertThat(apart.ids()).contains("0", "299", "600", "899");
        assertThat(apart.failures().get(0).offset()).isBetween(300L, 599L);
    }
}
