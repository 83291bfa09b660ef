package dev.embeam.collection;

import static dev.embeam.collection.Archives.gzip;
import static dev.embeam.collection.Archives.utf8;
import static dev.embeam.collection.Archives.zstd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.Seeds;
import dev.embeam.schema.CorruptDataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;

/** Damaged files give documents, failures, or an exception that tells what is wrong with the file; nothing else. */
class ReaderFuzzTest {
    private static final int MUTATIONS = 10_000;
    private static final ReadSettings SETTINGS = ReadSettings.defaults()
            .withMaxFailures(Long.MAX_VALUE)
            .withTextFields(List.of("title", "text"))
            .withKeepFields(List.of("url"));
    private static final int[] TELLING = {0, 1, '"', '\\', '{', '}', '[', ',', '\n', '\r', 0x7f, 0x80, 0xc0, 0xed, 0xff
    };

    private static final String JSON = """
            {"id": "a1", "title": "題", "text": "本文\\u3042\\ud83d\\ude00", "url": null, "x": [1, {"y": "z"}]}
            {"id": 2, "text": "second\\n", "url": "http://x", "x": -1.5e3}

            {"id": "c", "title": null, "text": "third é", "url": {"a": true}}
            """;
    private static final String ROWS =
            "id,title,text,url,x\n1,\"a \"\"b\"\"\",\"two\nlines\",u,\r\n2,題,本文é,,\n\n3,,\"\",\"a,b\",c\n";

    private static byte[] parquet(CompressionCodecName codec) {
        MessageType schema = MessageTypeParser.parseMessageType("message m { required binary id (STRING);"
                + " optional binary title (STRING); optional binary text (STRING); optional int64 url; }");
        List<Group> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Group row = new SimpleGroup(schema).append("id", "i" + i).append("text", "本文" + i % 3);
            rows.add(i % 2 == 0 ? row : row.append("title", "t").append("url", (long) i));
        }
        return ParquetBytes.write(schema, rows, codec, 6);
    }

    private static byte[] mutate(byte[] original, SplittableRandom random) {
        byte[] bytes = original.clone();
        for (int count = 1 + random.nextInt(4); count > 0 && bytes.length > 0; count--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = (byte) TELLING[random.nextInt(TELLING.length)];
                case 3 ->
                    bytes = Archives.concatenate(
                            Arrays.copyOf(bytes, at),
                            Arrays.copyOfRange(bytes, random.nextInt(bytes.length), bytes.length));
                default -> bytes = Arrays.copyOf(bytes, at);
            }
        }
        return bytes;
    }

    private static void fuzz(String path, byte[] original, int mutations) {
        assertThat(MemoryFiles.read(path, original, SETTINGS).documents()).isNotEmpty();
        int read = 0;
        for (int i = 0; i < mutations; i++) {
            byte[] bytes = mutate(original, Seeds.random(i));
            try {
                MemoryFiles.read(path, bytes, SETTINGS);
                read++;
            } catch (CorruptDataException | IllegalArgumentException e) {
                assertThat(e.getMessage()).as(Seeds.describe(i)).contains(path);
            } catch (RuntimeException | Error e) {
                throw new AssertionError(path + ", " + Seeds.describe(i), e);
            }
        }
        // Most damage is to records and must not be taken for damage to the whole file, or the test would see little.
        assertThat(read).isGreaterThan(mutations / 20);
    }

    @Test
    void jsonLines() {
        fuzz("a.jsonl", utf8(JSON), MUTATIONS);
    }

    @Test
    void csv() {
        fuzz("a.csv", utf8(ROWS), MUTATIONS);
    }

    @Test
    void compressedLines() {
        fuzz("a.jsonl.gz", gzip(utf8(JSON)), MUTATIONS / 4);
        fuzz("a.jsonl.zst", zstd(utf8(JSON)), MUTATIONS / 4);
    }

    @Test
    void parquetUncompressed() {
        fuzz("a.parquet", parquet(CompressionCodecName.UNCOMPRESSED), MUTATIONS / 2);
    }

    @Test
    void parquetCompressed() {
        fuzz("a.parquet", parquet(CompressionCodecName.ZSTD), MUTATIONS / 4);
        fuzz("a.parquet", parquet(CompressionCodecName.SNAPPY), MUTATIONS / 4);
    }
}
