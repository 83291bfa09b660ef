package dev.embeam.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.embeam.schema.CorruptDataException;
import org.jspecify.annotations.Nullable;

/** One object of a tokenizer.json and its path in the file; reads fields by type and refuses every other type. */
final class JsonObject {
    private final JsonNode node;
    private final String where;
    /** What goes between {@link #where} and the name of a field. */
    private final String separator;

    private JsonObject(JsonNode node, String where, String separator) {
        if (!node.isObject()) {
            throw refusal(where, describe(node), "an object");
        }
        this.node = node;
        this.where = where;
        this.separator = separator;
    }

    /** The whole file, under the name that messages give it. */
    static JsonObject root(JsonNode node, String source) {
        return new JsonObject(node, source, ", ");
    }

    static JsonObject of(JsonNode node, String where) {
        return new JsonObject(node, where, ".");
    }

    static CorruptDataException refusal(String where, String actual, String expected) {
        return new CorruptDataException(where, "", actual, expected);
    }

    /** The type and, for short values, the value of a node, for messages. */
    static String describe(@Nullable JsonNode node) {
        if (node == null || node.isMissingNode()) {
            return "nothing";
        }
        if (node.isContainerNode()) {
            return node.isObject() ? "an object" : "a list";
        }
        String value = node.toString();
        return value.length() > 60 ? value.substring(0, 60) + "..." : value;
    }

    JsonNode node() {
        return node;
    }

    String where(String field) {
        return where + separator + field;
    }

    /** The field, or null where it is missing or null. */
    @Nullable
    JsonNode optional(String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value;
    }

    JsonNode required(String field) {
        JsonNode value = optional(field);
        if (value == null) {
            throw refusal(where(field), "nothing", "a value");
        }
        return value;
    }

    String text(String field) {
        return textOf(required(field), where(field));
    }

    @Nullable
    String optionalText(String field) {
        JsonNode value = optional(field);
        return value == null ? null : textOf(value, where(field));
    }

    boolean flag(String field) {
        return flagOf(required(field), where(field));
    }

    boolean flag(String field, boolean otherwise) {
        JsonNode value = optional(field);
        return value == null ? otherwise : flagOf(value, where(field));
    }

    /** A whole number from 0 to {@code Integer.MAX_VALUE}. */
    int count(String field) {
        return countOf(required(field), where(field));
    }

    static int countOf(JsonNode value, String where) {
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
            throw refusal(where, describe(value), "a whole number from 0 to 2147483647");
        }
        return value.intValue();
    }

    /** A text of whole characters: a lone surrogate, which UTF-8 cannot hold, is refused. */
    static String textOf(JsonNode value, String where) {
        if (!value.isTextual()) {
            throw refusal(where, describe(value), "a text");
        }
        String text = value.textValue();
        checkWhole(text, where);
        return text;
    }

    /** Refuses a text with half a surrogate pair. */
    static void checkWhole(String text, String where) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    throw refusal(where, "a text with half a surrogate pair", "whole characters");
                }
                i++;
            }
        }
    }

    private static boolean flagOf(JsonNode value, String where) {
        if (!value.isBoolean()) {
            throw refusal(where, describe(value), "true or false");
        }
        return value.booleanValue();
    }
}
