package dev.embeam.schema.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.schema.Calibration;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.FailureReason;
import dev.embeam.schema.Precision;
import dev.embeam.schema.RunManifest;
import dev.embeam.schema.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;

class StoredJsonTest {
    private static final RunManifest MANIFEST = new RunManifest(
            1,
            "run-1",
            "2026-01-02T03:04:05Z",
            "abc",
            Map.of("name", "ja \"static\""),
            2,
            Precision.INT8,
            new EncodingCounts(3, 40, 10, 1, 2),
            1,
            List.of(new StoredFile("data/part-00000-of-00001.parquet", 3, 99, "00ff")),
            List.of(new StoredFile("failed/failed-00000-of-00001.jsonl", 1, 9, "11ee")),
            new Calibration(new float[] {-0.1f, Float.MIN_VALUE}, new float[] {1e-7f, 3.4028235e38f}),
            Map.of("output", "/tmp/出力"),
            Map.of("java", "17"),
            List.of("simd-512"),
            Map.of("encode", 1.5, "publish", 0.25));

    @Test
    void aManifestComesBackEqual() {
        assertThat(RunManifestJson.read(RunManifestJson.write(MANIFEST), "manifest.json"))
                .isEqualTo(MANIFEST);
    }

    @Test
    void aManifestIsWhatItsAvroSchemaSays() throws Exception {
        GenericRecord record = decode("run-manifest", RunManifestJson.write(MANIFEST));
        assertThat(record.get("documents")).isEqualTo(3L);
        assertThat(record.get("unknownTokenRate")).isEqualTo(0.25);
        assertThat(record.get("precision")).hasToString("int8");
    }

    @Test
    void everyFieldThatIsMissingIsNamed() {
        String text = RunManifestJson.write(MANIFEST);
        for (Schema.Field field : schema("run-manifest").getFields()) {
            if (!field.name().equals("unknownTokenRate")) {
                String without = text.replaceFirst("\"" + field.name() + "\"", "\"other\"");
                assertThatThrownBy(() -> RunManifestJson.read(without, "m.json"))
                        .isInstanceOf(CorruptDataException.class)
                        .hasMessageContaining("m.json, " + field.name() + ": missing");
            }
        }
        assertThatThrownBy(() -> RunManifestJson.read("{", "m.json")).isInstanceOf(CorruptDataException.class);
    }

    @Test
    void aFailedRecordComesBackEqualAndIsWhatItsAvroSchemaSays() throws Exception {
        for (FailureReason reason : FailureReason.values()) {
            FailedRecord record = new FailedRecord("a\tb.jsonl", 1L << 40, 7, "文書\n\"1\"", reason, "x", "y");
            String line = FailedRecordJson.write(record);
            assertThat(line).doesNotContain("\n");
            assertThat(FailedRecordJson.read(line, "f")).isEqualTo(record);
            assertThat(decode("failed-record", line).get("reason")).hasToString(reason.name());
        }
        assertThatThrownBy(() -> FailedRecordJson.read("{}", "f.jsonl")).isInstanceOf(CorruptDataException.class);
    }

    private static GenericRecord decode(String name, String json) throws Exception {
        Schema schema = schema(name);
        return new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().jsonDecoder(schema, json));
    }

    private static Schema schema(String name) {
        try (InputStream in = StoredJsonTest.class.getResourceAsStream("/avro/" + name + ".avsc")) {
            return new Schema.Parser().parse(in);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
