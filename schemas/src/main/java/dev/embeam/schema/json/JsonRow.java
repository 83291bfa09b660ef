package dev.embeam.schema.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.embeam.schema.CorruptDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * One JSON object of a file of lines; every wrong field is told by its name and line.
 *
 * @param source path of the file, for messages
 * @param line its number, from 1
 * @param fields the object
 */
record JsonRow(String source, int line, JsonNode fields) {
    boolean has(String name) {
        return fields.hasNonNull(name);
    }

    /** A text; may be empty. */
    String text(String name) {
        JsonNode value = fields.path(name);
        if (!value.isTextual()) {
            throw wrong(name, value, "a string");
        }
        return value.textValue();
    }

    /** An id: a string, or a whole number, which becomes its decimal text. */
    String id(String name) {
        return id(name, fields.path(name));
    }

    /** A list of ids; a single one is a list of one. */
    List<String> ids(String name) {
        JsonNode value = fields.path(name);
        return value.isArray() ? list(name, value, this::id) : List.of(id(name, value));
    }

    int integer(String name) {
        return integer(name, fields.path(name));
    }

    List<Integer> integers(String name) {
        JsonNode value = fields.path(name);
        if (!value.isArray()) {
            throw wrong(name, value, "a list of whole numbers");
        }
        return list(name, value, this::integer);
    }

    private static <T> List<T> list(String name, JsonNode values, BiFunction<String, JsonNode, T> read) {
        List<T> list = new ArrayList<>(values.size());
        values.forEach(value -> list.add(read.apply(name, value)));
        return list;
    }

    private String id(String name, JsonNode value) {
        if (!value.isTextual() && !value.isIntegralNumber()) {
            throw wrong(name, value, "ids, as strings or whole numbers");
        }
        return value.asText();
    }

    private int integer(String name, JsonNode value) {
        if (!value.canConvertToInt() || !value.canConvertToExactIntegral()) {
            throw wrong(name, value, "whole numbers");
        }
        return value.intValue();
    }

    private CorruptDataException wrong(String name, JsonNode value, String expected) {
        String actual = value.isMissingNode() ? "no field \"" + name + "\"" : "field \"" + name + "\" is " + value;
        return new CorruptDataException(source, where(), actual, expected);
    }

    String where() {
        return "line " + line;
    }
}
