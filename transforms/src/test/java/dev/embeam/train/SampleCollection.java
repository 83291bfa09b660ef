package dev.embeam.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The project's own collection and its queries, as lines of JSON. */
final class SampleCollection {
    private static final Path FOLDER = Path.of(System.getProperty("embeam.root", ".."))
            .resolve("pipelines/src/main/resources/dev/embeam/pipeline/quickstart");

    private SampleCollection() {}

    static List<JsonNode> documents() throws IOException {
        return lines("sample.jsonl");
    }

    static List<JsonNode> queries() throws IOException {
        return lines("queries.jsonl");
    }

    /** Title and text of each document, joined by a space. */
    static List<String> texts() throws IOException {
        return documents().stream()
                .map(document -> document.get("title").asText() + " "
                        + document.get("text").asText())
                .toList();
    }

    private static List<JsonNode> lines(String name) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve(name), StandardCharsets.UTF_8)) {
            nodes.add(mapper.readTree(line));
        }
        return nodes;
    }
}
