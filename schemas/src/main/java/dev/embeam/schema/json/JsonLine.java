package dev.embeam.schema.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One JSON object on a line of its own, its fields in the order they are given. */
public final class JsonLine {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode object = MAPPER.createObjectNode();

    /** With a text more. */
    public JsonLine with(String name, String value) {
        object.put(name, value);
        return this;
    }

    /** With a whole number more. */
    public JsonLine with(String name, int value) {
        object.put(name, value);
        return this;
    }

    /** With a number more. */
    public JsonLine with(String name, double value) {
        object.put(name, value);
        return this;
    }

    /** The line, without the line break. */
    @Override
    public String toString() {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts and numbers can always be written", impossible);
        }
    }
}
