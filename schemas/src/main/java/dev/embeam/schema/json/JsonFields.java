package dev.embeam.schema.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.embeam.schema.CorruptDataException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One value of a JSON file that knows where it stands; what is missing or of another type is told by its path.
 *
 * @param node the value
 * @param source the file
 * @param path of the value in the file, such as {@code systems[2].test[0]}; empty for the whole
 */
record JsonFields(JsonNode node, String source, String path) {
    String text(String name) {
        return field(name).asText(JsonNode::isTextual, "a text");
    }

    long whole(String name) {
        JsonFields field = field(name);
        field.require(JsonNode::isIntegralNumber, "a whole number");
        return field.node.asLong();
    }

    double number(String name) {
        return field(name).number();
    }

    /** The number that this value is. */
    double number() {
        require(JsonNode::isNumber, "a number");
        return node.asDouble();
    }

    JsonFields object(String name) {
        JsonFields field = field(name);
        field.require(JsonNode::isObject, "an object");
        return field;
    }

    /** An object that may be absent. */
    Optional<JsonFields> optional(String name) {
        return node.has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    /** The elements of a list, each read by this function. */
    <T> List<T> list(String name, Function<JsonFields, T> element) {
        JsonFields field = field(name);
        field.require(JsonNode::isArray, "a list");
        List<T> elements = new ArrayList<>();
        for (int i = 0; i < field.node.size(); i++) {
            elements.add(element.apply(new JsonFields(field.node.get(i), source, field.path + "[" + i + "]")));
        }
        return elements;
    }

    Map<String, String> texts(String name) {
        return object(name).map(field -> field.asText(JsonNode::isTextual, "a text"));
    }

    Map<String, Double> numbers(String name) {
        return object(name).map(JsonFields::number);
    }

    /** The values of this object by their names, in their order. */
    <T> Map<String, T> map(Function<JsonFields, T> value) {
        require(JsonNode::isObject, "an object");
        Map<String, T> map = new LinkedHashMap<>();
        node.fieldNames().forEachRemaining(name -> map.put(name, value.apply(field(name))));
        return Collections.unmodifiableMap(map);
    }

    private JsonFields field(String name) {
        JsonNode field = node.get(name);
        String fieldPath = path.isEmpty() ? name : path + "." + name;
        if (field == null) {
            throw new CorruptDataException(source, fieldPath, "missing", "a file written by an evaluate command");
        }
        return new JsonFields(field, source, fieldPath);
    }

    private String asText(Predicate<JsonNode> kind, String expected) {
        require(kind, expected);
        return node.asText();
    }

    private void require(Predicate<JsonNode> kind, String expected) {
        if (!kind.test(node)) {
            throw new CorruptDataException(source, path, node.toString(), expected);
        }
    }
}
