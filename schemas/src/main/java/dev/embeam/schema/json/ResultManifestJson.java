package dev.embeam.schema.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.embeam.schema.ResultManifest;
import java.util.ArrayList;
import java.util.List;

/** The {@code manifest.json} of an evaluation: the components of {@link ResultManifest} in their order. */
public final class ResultManifestJson {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private ResultManifestJson() {}

    /** The manifest as indented JSON. */
    public static String write(ResultManifest manifest) {
        try {
            return JSON.writeValueAsString(manifest) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The run that wrote a manifest, whichever command it was; empty where that cannot be told. */
    public static String runId(String manifest) {
        try {
            return JSON.readTree(manifest).path("runId").asText();
        } catch (JsonProcessingException damaged) {
            return "";
        }
    }

    /** Paths of the files that a manifest lists, whichever command wrote it; none where it lists none. */
    public static List<String> files(String manifest) {
        List<String> files = new ArrayList<>();
        try {
            for (JsonNode file : JSON.readTree(manifest).path("files")) {
                files.add(file.path("path").asText());
            }
        } catch (JsonProcessingException damaged) {
            return List.of();
        }
        return files;
    }
}
