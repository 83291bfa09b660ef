package dev.embeam.schema.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.schema.CorruptDataException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code per-query.jsonl}, as an evaluation of rankings writes it. */
public final class PerQueryJson {
    private PerQueryJson() {}

    /**
     * The value of every query, in the order of the file, by system and then by measure with its profile.
     *
     * @param source where the text comes from, for messages
     * @throws CorruptDataException when a line is no JSON object
     */
    public static Map<String, Map<String, List<Double>>> read(String text, String source) {
        ObjectMapper mapper = new ObjectMapper();
        Map<String, Map<String, List<Double>>> systems = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            try {
                add(mapper.readTree(line), systems);
            } catch (JsonProcessingException broken) {
                throw new CorruptDataException(source, "", "a line that is no JSON object", "per-query.jsonl", broken);
            }
        }
        return systems;
    }

    private static void add(JsonNode line, Map<String, Map<String, List<Double>>> systems) {
        Map<String, List<Double>> measures =
                systems.computeIfAbsent(line.path("system").asText(), unknown -> new LinkedHashMap<>());
        // Names of measures begin with their profile.
        line.fields().forEachRemaining(field -> {
            if (field.getKey().contains(":")) {
                measures.computeIfAbsent(field.getKey(), unknown -> new ArrayList<>())
                        .add(field.getValue().asDouble());
            }
        });
    }
}
