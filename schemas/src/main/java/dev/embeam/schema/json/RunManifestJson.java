package dev.embeam.schema.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.RunManifest;
import dev.embeam.schema.StoredFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code manifest.json}: the fields of {@code run-manifest.avsc} in their order, maps by their keys. Equal manifests give
 * equal bytes.
 */
public final class RunManifestJson {
    private RunManifestJson() {}

    /** The manifest as indented JSON with a line break at its end. */
    public static String write(RunManifest manifest) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            writeRun(manifest, json);
            writeCounts(manifest, json);
            writeFiles("files", manifest.files(), json);
            writeFiles("failedFiles", manifest.failedFiles(), json);
            writeCalibration(manifest, json);
            writeTexts("settings", manifest.settings(), json);
            writeTexts("versions", manifest.versions(), json);
            writeKernels(manifest.kernels(), json);
            writeSeconds(manifest.seconds(), json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.append('\n').toString();
    }

    private static void writeRun(RunManifest manifest, JsonGenerator json) throws IOException {
        json.writeNumberField("formatVersion", manifest.formatVersion());
        json.writeStringField("runId", manifest.runId());
        json.writeStringField("created", manifest.created());
        json.writeStringField("modelFingerprint", manifest.modelFingerprint());
        writeTexts("model", manifest.model(), json);
        json.writeNumberField("width", manifest.width());
        json.writeStringField("precision", manifest.precision().label());
    }

    private static void writeCounts(RunManifest manifest, JsonGenerator json) throws IOException {
        EncodingCounts counts = manifest.counts();
        json.writeNumberField("documents", counts.documents());
        json.writeNumberField("tokens", counts.tokens());
        json.writeNumberField("unknownTokens", counts.unknownTokens());
        json.writeNumberField("unknownTokenRate", manifest.unknownTokenRate());
        json.writeNumberField("emptyTexts", counts.emptyTexts());
        json.writeNumberField("truncatedTexts", counts.truncatedTexts());
        json.writeNumberField("failedRecords", manifest.failed());
    }

    private static void writeFiles(String name, List<StoredFile> files, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (StoredFile file : files) {
            json.writeStartObject();
            json.writeStringField("path", file.path());
            json.writeNumberField("rows", file.rows());
            json.writeNumberField("bytes", file.bytes());
            json.writeStringField("sha256", file.sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeCalibration(RunManifest manifest, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("calibration");
        writeFloats("min", manifest.calibration().min(), json);
        writeFloats("max", manifest.calibration().max(), json);
        json.writeEndObject();
    }

    private static void writeFloats(String name, float[] values, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (float value : values) {
            json.writeNumber(value);
        }
        json.writeEndArray();
    }

    private static void writeTexts(String name, Map<String, String> texts, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> entry : new TreeMap<>(texts).entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    private static void writeKernels(List<String> kernels, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("kernels");
        for (String kernel : kernels) {
            json.writeString(kernel);
        }
        json.writeEndArray();
    }

    private static void writeSeconds(Map<String, Double> seconds, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("seconds");
        for (Map.Entry<String, Double> entry : new TreeMap<>(seconds).entrySet()) {
            json.writeNumberField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    /**
     * The manifest that {@link #write} wrote.
     *
     * @param source where the text comes from, for messages
     * @throws CorruptDataException when it is not one
     */
    public static RunManifest read(String text, String source) {
        try {
            JsonNode root = new ObjectMapper().readTree(text);
            return new RunManifestFields(root, source).manifest();
        } catch (JsonProcessingException | IllegalArgumentException broken) {
            throw new CorruptDataException(
                    source,
                    "",
                    "not readable (" + broken.getMessage() + ")",
                    "a manifest.json written by encode",
                    broken);
        }
    }
}
