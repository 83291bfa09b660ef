package dev.embeam.schema.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.embeam.schema.CorruptDataException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The objects of a small file of JSON lines, one after the other. Empty lines are passed over. Not thread-safe. */
final class JsonLines {
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final BufferedReader lines;
    private final String source;
    private long number;

    JsonLines(InputStream in, String source) {
        this.source = source;
        // A decoder, unlike a charset, reports bytes that are not UTF-8.
        lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    }

    /** The next object, or null after the last. */
    @Nullable
    JsonNode next() throws IOException {
        for (String line = readLine(); line != null; line = readLine()) {
            if (!line.isBlank()) {
                return parse(line);
            }
        }
        return null;
    }

    /** Number of the line read last, from 1. */
    int line() {
        return Math.toIntExact(number);
    }

    /** The text of a field of the object read last. */
    String text(JsonNode object, String field) {
        JsonNode value = field(object, field);
        if (!value.isTextual()) {
            throw wrong("field \"" + field + "\" is " + value, "a text");
        }
        return value.textValue();
    }

    /** A field of the object read last that must be there. */
    JsonNode field(JsonNode object, String field) {
        JsonNode value = object.get(field);
        if (value == null || value.isNull()) {
            throw wrong(
                    "there is no field \"" + field + "\"",
                    "one; name the fields by flags if they are called otherwise");
        }
        return value;
    }

    /** What is wrong with the object read last. */
    CorruptDataException wrong(String actual, String expected) {
        return new CorruptDataException(source, "line " + number, actual, expected);
    }

    private @Nullable String readLine() throws IOException {
        number++;
        try {
            String line = lines.readLine();
            return line != null && number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
        } catch (CharacterCodingException e) {
            throw new CorruptDataException(
                    source, "after line " + (number - 1), "bytes that are not UTF-8", "UTF-8", e);
        }
    }

    private JsonNode parse(String line) throws IOException {
        JsonNode object;
        try {
            object = READER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new CorruptDataException(
                    source,
                    "line " + number,
                    "broken JSON (" + e.getOriginalMessage() + ")",
                    "one JSON object a line",
                    e);
        }
        if (!object.isObject()) {
            throw wrong("a JSON value that is no object", "one JSON object a line");
        }
        return object;
    }
}
