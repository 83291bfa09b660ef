package dev.embeam.schema.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.PredictionBatch;
import dev.embeam.schema.PredictionLayout;
import dev.embeam.schema.TextColumn;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Predictions as JSON lines: an object a document with the columns of {@link PredictionLayout} as fields; a kept field that
 * is absent has none. Probabilities are written with as many digits as tell them apart from every other float.
 */
public final class PredictionJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final PredictionLayout layout;

    /** Of these columns. */
    public PredictionJson(PredictionLayout layout) {
        this.layout = layout;
    }

    /** The line of document {@code i} of a batch, without the line break. */
    public String write(PredictionBatch batch, int i) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField(PredictionLayout.ID, batch.keys().ids().get(i));
            for (int field = 0; field < layout.keptFields().size(); field++) {
                TextColumn column = batch.keys().kept().get(field);
                if (!column.isAbsent(i)) {
                    json.writeStringField(layout.keptFields().get(field), column.get(i));
                }
            }
            writeLabels(batch, i, json);
            if (layout.withStage()) {
                json.writeNumberField(PredictionLayout.STAGE, batch.stages()[i]);
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line.toString();
    }

    private void writeLabels(PredictionBatch batch, int i, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(PredictionLayout.LABELS);
        for (int at = batch.offsets()[i]; at < batch.offsets()[i + 1]; at++) {
            json.writeString(layout.labels().get(batch.labels()[at]));
        }
        json.writeEndArray();
        json.writeArrayFieldStart(PredictionLayout.PROBABILITIES);
        for (int at = batch.offsets()[i]; at < batch.offsets()[i + 1]; at++) {
            json.writeNumber(batch.probabilities()[at]);
        }
        json.writeEndArray();
    }

    /**
     * The id in a line that {@link #write} wrote.
     *
     * @throws CorruptDataException when it is not one
     */
    public static String id(String line, String source) {
        try {
            return MAPPER.readTree(line).path(PredictionLayout.ID).asText();
        } catch (JsonProcessingException damaged) {
            throw new CorruptDataException(source, "", "a line that is no JSON", "predictions as written", damaged);
        }
    }
}
