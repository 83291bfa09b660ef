package dev.embeam.schema.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** The labels that a field of a document names: a JSON list of several, or one as it is. */
public final class LabelList {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private LabelList() {}

    /** The labels in the text of a field; none in an empty one. */
    public static List<String> of(String value) {
        String stripped = value.strip();
        if (stripped.isEmpty()) {
            return List.of();
        }
        if (!stripped.startsWith("[")) {
            return List.of(stripped);
        }
        try {
            List<String> labels = new ArrayList<>();
            for (JsonNode label : MAPPER.readTree(stripped)) {
                labels.add(label.asText());
            }
            return labels;
        } catch (JsonProcessingException noList) {
            return List.of(stripped);
        }
    }
}
