package dev.embeam.schema.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fixture.Seeds;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.Precision;
import dev.embeam.schema.TextColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddingFileTest {
    private static final int[] DIMS = {1, 2, 7, 8, 9, 64, 256, 1024};

    @ParameterizedTest
    @EnumSource(Precision.class)
    void whateverIsWrittenComesBackForAnyCutIntoBatchesPagesAndRowGroups(Precision precision) throws Exception {
        for (int round = 0; round < 16; round++) {
            SplittableRandom random = Seeds.random(round);
            int dim = DIMS[round % DIMS.length];
            Compression compression = Compression.values()[round % 3];
            String[] kept = round % 2 == 0 ? new String[] {"title", "url"} : new String[0];
            EmbeddingFormat format =
                    EmbeddingFiles.format(dim, precision, compression, 1 << 10 << random.nextInt(12), kept);
            int documents = random.nextInt(1 + 100_000 / dim);
            DocumentKeys keys = EmbeddingFiles.keys(0, documents, kept.length, random);
            byte[] rows = EmbeddingFiles.randomRows(documents * format.layout().rowBytes(), random);

            MemoryChannel channel = new MemoryChannel();
            EmbeddingFileWriter writer = EmbeddingFileWriter.open(channel, format);
            appendInParts(writer, keys, rows, format.layout().rowBytes(), random);
            String sha256 = writer.finish();

            assertThat(writer.rows()).isEqualTo(documents);
            assertThat(writer.bytes()).isEqualTo(channel.written().length);
            assertThat(sha256).isEqualTo(sha256(channel.written()));
            assertComesBack(channel.written(), format, keys, rows, Seeds.describe(round));
        }
    }

    @Test
    void floatsAreStoredBitByBit() throws Exception {
        float[] vectors = {1, -0.0f, Float.NaN, Float.MIN_VALUE, Float.NEGATIVE_INFINITY, 0x1.fffffep127f};
        EmbeddingFormat format = EmbeddingFiles.format(3, Precision.FLOAT32, Compression.NONE, 1 << 20);
        MemoryChannel channel = new MemoryChannel();
        EmbeddingFileWriter writer = EmbeddingFileWriter.open(channel, format);
        writer.append(DocumentKeys.ofIds("a", "b"), vectors);
        writer.finish();
        try (EmbeddingFileReader reader = EmbeddingFileReader.open(new MemoryChannel(channel.written()), "x.parquet")) {
            float[] back = new float[6];
            ByteBuffer.wrap(reader.next().orElseThrow().rows())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(back);
            assertThat(back).isEqualTo(vectors);
        }
    }

    @Test
    void aFileWithoutDocumentsIsValid() throws Exception {
        EmbeddingFormat format = EmbeddingFiles.format(3, Precision.FLOAT32, Compression.NONE, 1 << 20, "title");
        byte[] bytes = EmbeddingFiles.write(format, EmbeddingFiles.keys(0, 0, 1, Seeds.random(0)), new byte[0]);
        try (EmbeddingFileReader reader = EmbeddingFileReader.open(new MemoryChannel(bytes), "x.parquet")) {
            assertThat(reader.rows()).isZero();
            assertThat(reader.layout()).isEqualTo(format.layout());
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void theFooterSaysWhatTheVectorsAre() throws Exception {
        EmbeddingFormat format = EmbeddingFiles.format(2, Precision.INT8, Compression.NONE, 1 << 20);
        byte[] bytes = EmbeddingFiles.write(format, DocumentKeys.ofIds("a"), new byte[2]);
        try (EmbeddingFileReader reader = EmbeddingFileReader.open(new MemoryChannel(bytes), "x.parquet")) {
            assertThat(reader.calibration()).isEqualTo(format.calibration());
            assertThat(reader.footer())
                    .containsEntry("embeam.width", "2")
                    .containsEntry("embeam.precision", "int8")
                    .containsEntry("embeam.model.fingerprint", "abc")
                    .containsEntry("embeam.format.version", "1")
                    .containsEntry("embeam.calibration.min", "0.0,0.0")
                    .containsEntry("embeam.calibration.max", "0.1,0.1")
                    .containsKey("ARROW:schema");
        }
    }

    @Test
    void loneSurrogatesBecomeReplacementCharacters() throws Exception {
        EmbeddingFormat format = EmbeddingFiles.format(1, Precision.FLOAT32, Compression.NONE, 1 << 20);
        TextColumn ids = TextColumn.of("a\ud800", "\udc00b", "\ud83d\ude00");
        byte[] bytes = EmbeddingFiles.write(
                format, new DocumentKeys("", new long[3], ids, List.of()), new byte[3 * Float.BYTES]);
        try (EmbeddingFileReader reader = EmbeddingFileReader.open(new MemoryChannel(bytes), "x.parquet")) {
            assertThat(reader.next().orElseThrow().keys().ids())
                    .isEqualTo(TextColumn.of("a\ufffd", "\ufffdb", "\ud83d\ude00"));
        }
    }

    @Test
    void wrongShapesAreRefused() throws Exception {
        EmbeddingFormat format = EmbeddingFiles.format(2, Precision.BINARY, Compression.NONE, 1 << 20);
        EmbeddingFileWriter writer = EmbeddingFileWriter.open(new MemoryChannel(), format);
        DocumentKeys keys = DocumentKeys.ofIds("a");
        assertThatThrownBy(() -> writer.append(keys, new float[2])).hasMessageContaining("binary");
        assertThatThrownBy(() -> writer.append(keys, new byte[0])).hasMessageContaining("expected 1");
        DocumentKeys withKept = EmbeddingFiles.keys(0, 1, 1, Seeds.random(0));
        assertThatThrownBy(() -> writer.append(withKept, new byte[1])).hasMessageContaining("1 kept fields");
        assertThatThrownBy(() -> new EmbeddingLayout(1, Precision.FLOAT32, List.of("id")))
                .hasMessageContaining("id and embedding are taken");
        assertThatThrownBy(() -> new EmbeddingLayout(0, Precision.FLOAT32, List.of()))
                .hasMessageContaining("at least 1");
    }

    @Test
    void damagedFilesAreRefusedOrReadRight() throws Exception {
        EmbeddingFormat format = EmbeddingFiles.format(4, Precision.INT8, Compression.NONE, 1 << 10, "title");
        SplittableRandom random = Seeds.random(7);
        DocumentKeys keys = EmbeddingFiles.keys(0, 60, 1, random);
        byte[] rows = EmbeddingFiles.randomRows(60 * 4, random);
        byte[] good = EmbeddingFiles.write(format, keys, rows);
        for (int round = 0; round < 2_000; round++) {
            byte[] bad = good.clone();
            int at = random.nextInt(bad.length);
            bad[at] ^= (byte) (1 + random.nextInt(255));
            if (random.nextInt(10) == 0) {
                bad = Arrays.copyOf(bad, at);
            }
            byte[] read = readOrNothing(bad);
            assertThat(read.length == 0 || Arrays.equals(read, rows))
                    .as(Seeds.describe(round))
                    .isTrue();
        }
    }

    private static byte[] readOrNothing(byte[] file) throws IOException {
        try (EmbeddingFileReader reader = EmbeddingFileReader.open(new MemoryChannel(file), "x.parquet")) {
            return readRows(reader);
        } catch (CorruptDataException expected) {
            return new byte[0];
        }
    }

    private static void appendInParts(
            EmbeddingFileWriter writer, DocumentKeys keys, byte[] rows, int rowBytes, SplittableRandom random)
            throws IOException {
        for (int from = 0; from < keys.size(); ) {
            int to = Math.min(keys.size(), from + 1 + random.nextInt(keys.size()));
            writer.append(slice(keys, from, to), Arrays.copyOfRange(rows, from * rowBytes, to * rowBytes));
            from = to;
        }
    }

    private static DocumentKeys slice(DocumentKeys keys, int from, int to) {
        List<TextColumn> kept =
                keys.kept().stream().map(column -> slice(column, from, to)).toList();
        return new DocumentKeys(
                keys.file(), Arrays.copyOfRange(keys.positions(), from, to), slice(keys.ids(), from, to), kept);
    }

    private static TextColumn slice(TextColumn column, int from, int to) {
        int[] offsets = Arrays.copyOfRange(column.offsets(), from, to + 1);
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] -= column.offsets()[from];
        }
        char[] chars = Arrays.copyOfRange(column.chars(), column.offsets()[from], column.offsets()[to]);
        return new TextColumn(chars, offsets, column.absent().get(from, to));
    }

    private static void assertComesBack(
            byte[] file, EmbeddingFormat format, DocumentKeys keys, byte[] rows, String description)
            throws IOException {
        try (EmbeddingFileReader reader = EmbeddingFileReader.open(new MemoryChannel(file), "x.parquet")) {
            assertThat(reader.layout()).isEqualTo(format.layout());
            assertThat(reader.rows()).isEqualTo(keys.size());
            int row = 0;
            for (Optional<EncodedRows> next = reader.next(); next.isPresent(); next = reader.next()) {
                DocumentKeys part = next.get().keys();
                int end = row + part.size();
                assertThat(part.ids()).as(description).isEqualTo(slice(keys.ids(), row, end));
                assertThat(part.kept())
                        .as(description)
                        .isEqualTo(slice(keys, row, end).kept());
                assertThat(part.positions()[0]).isEqualTo(row);
                row = end;
            }
        }
        try (EmbeddingFileReader reader = EmbeddingFileReader.open(new MemoryChannel(file), "x.parquet")) {
            assertThat(readRows(reader)).as(description).isEqualTo(rows);
        }
    }

    private static byte[] readRows(EmbeddingFileReader reader) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Optional<EncodedRows> next = reader.next(); next.isPresent(); next = reader.next()) {
            all.writeBytes(next.get().rows());
        }
        return all.toByteArray();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
