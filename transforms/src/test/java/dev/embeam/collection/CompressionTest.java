package dev.embeam.collection;

import static dev.embeam.collection.Archives.concatenate;
import static dev.embeam.collection.Archives.gzip;
import static dev.embeam.collection.Archives.utf8;
import static dev.embeam.collection.Archives.zstd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.collection.MemoryFiles.Contents;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.FailureReason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {
    private static final ReadSettings LENIENT = ReadSettings.defaults().withMaxFailures(10);
    private static final int COUNT = 3_000;
    private static final byte[] LINES = lines();

    private static byte[] lines() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < COUNT; i++) {
            lines.append("{\"id\":")
                    .append(i)
                    .append(",\"text\":\"本文")
                    .append(i * 7919L % 10_007)
                    .append("\"}\n");
        }
        return utf8(lines.toString());
    }

    private static byte[] compress(byte[] bytes, String ending) {
        return ending.startsWith("gz") ? gzip(bytes) : zstd(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "zst"})
    void compressedFilesHoldTheSameDocuments(String ending) {
        Contents plain = MemoryFiles.read("a.jsonl", LINES, LENIENT);
        Contents compressed = MemoryFiles.read("a.jsonl." + ending, compress(LINES, ending), LENIENT);
        assertThat(compressed).isEqualTo(plain);
        assertThat(plain.documents()).hasSize(COUNT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "zst"})
    void severalMembersAreReadAsOneFileHoweverFewBytesAReadGives(String ending) {
        byte[] first = compress(Arrays.copyOf(LINES, 1_001), ending);
        byte[] second = compress(Arrays.copyOfRange(LINES, 1_001, LINES.length), ending);
        String path = "a.jsonl." + ending;
        MemoryFiles files = new MemoryFiles(7).put(path, concatenate(first, compress(new byte[0], ending), second));
        assertThat(files.read(files.inspect(path, LENIENT).parts(), LENIENT))
                .isEqualTo(MemoryFiles.read("a.jsonl", LINES, LENIENT));
    }

    @Test
    void zerosAfterTheLastMemberAreAcceptedAndOtherBytesAreNot() {
        Contents padded = MemoryFiles.read("a.jsonl.gz", concatenate(gzip(LINES), new byte[512]), LENIENT);
        assertThat(padded.documents()).hasSize(COUNT);
        assertThat(padded.failures()).isEmpty();
        Contents soiled = MemoryFiles.read("a.jsonl.gz", concatenate(gzip(LINES), utf8("x")), LENIENT);
        assertThat(soiled.documents()).hasSize(COUNT);
        assertThat(soiled.failures()).extracting(FailedRecord::reason).containsExactly(FailureReason.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "zst"})
    void whatComesBeforeTheDamageStandsAndTheRestIsOneFailure(String ending) {
        byte[] first = compress(Arrays.copyOf(LINES, LINES.length / 2), ending);
        byte[] second = compress(Arrays.copyOfRange(LINES, LINES.length / 2, LINES.length), ending);
        byte[] truncated = concatenate(first, Arrays.copyOf(second, second.length / 2));
        Contents contents = MemoryFiles.read("a.jsonl." + ending, truncated, LENIENT);
        assertThat(contents.documents()).hasSizeBetween(COUNT / 3, COUNT - 1);
        assertThat(contents.documents())
                .isEqualTo(MemoryFiles.read("a.jsonl", LINES, LENIENT)
                        .documents()
                        .subList(0, contents.documents().size()));
        FailedRecord failed = contents.failures().get(0);
        assertThat(contents.failures()).hasSize(1);
        assertThat(failed.reason()).isEqualTo(FailureReason.UNREADABLE);
        assertThat(failed.line()).isEqualTo(contents.documents().size() + 1);
    }

    @Test
    void wrongChecksumIsTold() {
        byte[] bytes = gzip(LINES);
        bytes[bytes.length - 6] ^= 1;
        Contents contents = MemoryFiles.read("a.jsonl.gz", bytes, LENIENT);
        assertThat(contents.documents()).hasSize(COUNT);
        assertThat(contents.failures().get(0).actual()).startsWith("gzip data with a wrong checksum");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl.gz", "a.csv.zst", "a.txt.gz"})
    void whatIsNotCompressedAsItsNameSaysIsToldBeforeReading(String path) {
        assertThatThrownBy(() -> MemoryFiles.read(path, utf8("id,text\n1,a\n"), LENIENT))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining(path)
                .hasMessageContaining("--inputCompression");
    }

    @Test
    void formatAndCompressionCanBeForced() {
        ReadSettings settings = LENIENT.withFormat(InputFormat.JSON_LINES).withCompression(InputCompression.GZIP);
        assertThat(MemoryFiles.read("corpus", gzip(LINES), settings).documents())
                .hasSize(COUNT);
    }

    @Test
    void unknownNamesAreRefused() {
        assertThatThrownBy(() -> MemoryFiles.read("a.doc.gz", new byte[0], LENIENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.doc")
                .hasMessageContaining("--inputFormat");
    }
}
