package dev.embeam.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.embeam.schema.CorruptDataException;
import java.io.IOException;

/** Reads JSON strictly: one value, nothing after it, no name twice. */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** The value in {@code bytes}, an object or a list. */
    static JsonNode read(byte[] bytes, String source, String position) {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            if (node.isContainerNode()) {
                return node;
            }
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("broken");
            throw new CorruptDataException(source, position, "no JSON (" + reason + ")", "a JSON object", e);
        }
        throw new CorruptDataException(source, position, "no JSON object", "a JSON object");
    }

    /** The file as a JSON value. */
    static JsonNode read(ModelFolder folder, String name) {
        return read(folder.readAll(name), folder.describe(name), "");
    }
}
