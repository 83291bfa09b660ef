package dev.embeam.schema.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.embeam.schema.Calibration;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.Precision;
import dev.embeam.schema.RunManifest;
import dev.embeam.schema.StoredFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads the fields of one {@code manifest.json}; what is missing or of another type is named. */
final class RunManifestFields {
    private final JsonNode root;
    private final String source;

    RunManifestFields(JsonNode root, String source) {
        this.root = root;
        this.source = source;
    }

    RunManifest manifest() {
        long version = number(root, "formatVersion").asLong();
        if (version != RunManifest.FORMAT_VERSION) {
            throw new CorruptDataException(
                    source, "formatVersion", Long.toString(version), Integer.toString(RunManifest.FORMAT_VERSION));
        }
        return new RunManifest(
                RunManifest.FORMAT_VERSION,
                text(root, "runId"),
                text(root, "created"),
                text(root, "modelFingerprint"),
                texts("model"),
                number(root, "width").asInt(),
                Precision.of(text(root, "precision")),
                counts(),
                number(root, "failedRecords").asLong(),
                files("files"),
                files("failedFiles"),
                calibration(field(root, "calibration")),
                texts("settings"),
                texts("versions"),
                kernels(),
                map("seconds", JsonNode::asDouble));
    }

    private EncodingCounts counts() {
        return new EncodingCounts(
                number(root, "documents").asLong(),
                number(root, "tokens").asLong(),
                number(root, "unknownTokens").asLong(),
                number(root, "emptyTexts").asLong(),
                number(root, "truncatedTexts").asLong());
    }

    private List<StoredFile> files(String name) {
        List<StoredFile> files = new ArrayList<>();
        for (JsonNode file : field(root, name)) {
            files.add(new StoredFile(
                    text(file, "path"),
                    number(file, "rows").asLong(),
                    number(file, "bytes").asLong(),
                    text(file, "sha256")));
        }
        return files;
    }

    private Calibration calibration(JsonNode node) {
        return new Calibration(floats(field(node, "min")), floats(field(node, "max")));
    }

    private static float[] floats(JsonNode array) {
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            // The decimals are those of a float: reading them as a double and rounding gives the float back.
            values[i] = (float) array.get(i).asDouble();
        }
        return values;
    }

    private List<String> kernels() {
        List<String> kernels = new ArrayList<>();
        field(root, "kernels").forEach(kernel -> kernels.add(kernel.asText()));
        return kernels;
    }

    private Map<String, String> texts(String name) {
        return map(name, JsonNode::asText);
    }

    private <T> Map<String, T> map(String name, Function<JsonNode, T> value) {
        Map<String, T> map = new TreeMap<>();
        field(root, name).fields().forEachRemaining(entry -> map.put(entry.getKey(), value.apply(entry.getValue())));
        return map;
    }

    private String text(JsonNode node, String name) {
        JsonNode field = field(node, name);
        if (!field.isTextual()) {
            throw new CorruptDataException(source, name, field.getNodeType().name(), "a text");
        }
        return field.asText();
    }

    private JsonNode number(JsonNode node, String name) {
        JsonNode field = field(node, name);
        if (!field.isNumber()) {
            throw new CorruptDataException(source, name, field.getNodeType().name(), "a number");
        }
        return field;
    }

    private JsonNode field(JsonNode node, String name) {
        JsonNode field = node.get(name);
        if (field == null) {
            throw new CorruptDataException(source, name, "missing", "a manifest.json written by encode");
        }
        return field;
    }
}
