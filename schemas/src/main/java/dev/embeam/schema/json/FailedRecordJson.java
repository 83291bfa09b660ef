package dev.embeam.schema.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.FailureReason;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Lines of {@code failed/*.jsonl}: the fields of {@code failed-record.avsc} in their order. */
public final class FailedRecordJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private FailedRecordJson() {}

    /** The record as one line, without the line break. */
    public static String write(FailedRecord record) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("file", record.file());
            json.writeNumberField("offset", record.offset());
            json.writeNumberField("line", record.line());
            json.writeStringField("id", record.id());
            json.writeStringField("reason", record.reason().name());
            json.writeStringField("actual", record.actual());
            json.writeStringField("expected", record.expected());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    /**
     * The record of a line.
     *
     * @param source where the line comes from, for messages
     * @throws CorruptDataException when it is not one
     */
    public static FailedRecord read(String line, String source) {
        try {
            JsonNode json = MAPPER.readTree(line);
            return new FailedRecord(
                    json.required("file").asText(),
                    json.required("offset").asLong(),
                    json.required("line").asLong(),
                    json.required("id").asText(),
                    FailureReason.valueOf(json.required("reason").asText()),
                    json.required("actual").asText(),
                    json.required("expected").asText());
        } catch (JsonProcessingException | IllegalArgumentException broken) {
            throw new CorruptDataException(
                    source, "", "not readable (" + broken.getMessage() + ")", "a line of failed/*.jsonl", broken);
        }
    }
}
