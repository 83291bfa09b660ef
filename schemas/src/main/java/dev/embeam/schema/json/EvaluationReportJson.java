package dev.embeam.schema.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.schema.Comparison;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.Interval;
import dev.embeam.schema.MeasureValue;
import dev.embeam.schema.Spread;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.SystemReport;
import dev.embeam.schema.Warning;
import java.io.IOException;
import java.util.Map;

/**
 * {@code evaluation.json}: all of an {@link EvaluationReport}, so that reports can be made from the file alone. Names are
 * those of the records' components; ties and seeds that are absent have no field; maps keep their order. Doubles are written
 * so that they come back equal. Equal reports give equal bytes.
 */
public final class EvaluationReportJson {
    /** The version that is written, and the only one that is read. */
    public static final int FORMAT_VERSION = 1;
    /** The file's name in the folder of an evaluation. */
    public static final String FILE_NAME = "evaluation.json";

    private EvaluationReportJson() {}

    /**
     * The report as indented JSON with a line break at its end.
     *
     * @throws IllegalArgumentException for a number that is not finite
     */
    public static String write(EvaluationReport report) {
        return IndentedJson.of(json -> {
            json.writeStartObject();
            json.writeNumberField("formatVersion", FORMAT_VERSION);
            json.writeStringField("task", report.task().label());
            json.writeStringField("dataset", report.dataset());
            json.writeStringField("mainMeasure", report.mainMeasure());
            json.writeNumberField("size", report.size());
            json.writeArrayFieldStart("systems");
            for (SystemReport system : report.systems()) {
                writeSystem(system, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("comparisons");
            for (Comparison comparison : report.comparisons()) {
                writeComparison(comparison, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("warnings");
            for (Warning warning : report.warnings()) {
                writeWarning(warning, json);
            }
            json.writeEndArray();
            writeTexts("settings", report.settings(), json);
            json.writeEndObject();
        });
    }

    private static void writeSystem(SystemReport system, JsonGenerator json) throws IOException {
        json.writeStartObject();
        writeName("system", system.system(), json);
        json.writeStringField("variant", system.variant());
        json.writeObjectFieldStart("validation");
        for (Map.Entry<String, Map<String, Double>> variant :
                system.validation().entrySet()) {
            writeNumbers(variant.getKey(), variant.getValue(), json);
        }
        json.writeEndObject();
        json.writeArrayFieldStart("test");
        for (MeasureValue value : system.test()) {
            writeMeasure(value, json);
        }
        json.writeEndArray();
        writeNumbers("costs", system.costs(), json);
        json.writeEndObject();
    }

    private static void writeMeasure(MeasureValue value, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("measure", value.measure());
        IndentedJson.writeNumber(json, "value", value.value());
        writeInterval("confidence", value.confidence(), json);
        if (value.ties().isPresent()) {
            writeInterval("ties", value.ties().get(), json);
        }
        if (value.seeds().isPresent()) {
            writeSpread(value.seeds().get(), json);
        }
        json.writeEndObject();
    }

    private static void writeInterval(String name, Interval interval, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        IndentedJson.writeNumber(json, "low", interval.low());
        IndentedJson.writeNumber(json, "high", interval.high());
        json.writeEndObject();
    }

    private static void writeSpread(Spread spread, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("seeds");
        json.writeNumberField("seeds", spread.seeds());
        IndentedJson.writeNumber(json, "mean", spread.mean());
        IndentedJson.writeNumber(json, "deviation", spread.deviation());
        IndentedJson.writeNumber(json, "lowest", spread.lowest());
        IndentedJson.writeNumber(json, "highest", spread.highest());
        json.writeEndObject();
    }

    private static void writeComparison(Comparison comparison, JsonGenerator json) throws IOException {
        json.writeStartObject();
        writeName("first", comparison.first(), json);
        writeName("second", comparison.second(), json);
        json.writeStringField("measure", comparison.measure());
        IndentedJson.writeNumber(json, "difference", comparison.difference());
        IndentedJson.writeNumber(json, "p", comparison.p());
        IndentedJson.writeNumber(json, "adjusted", comparison.adjusted());
        json.writeEndObject();
    }

    private static void writeWarning(Warning warning, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", warning.kind());
        json.writeNumberField("count", warning.count());
        json.writeStringField("detail", warning.detail());
        json.writeEndObject();
    }

    private static void writeName(String field, SystemName name, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("model", name.model());
        writeTexts("settings", name.settings(), json);
        json.writeEndObject();
    }

    private static void writeTexts(String field, Map<String, String> texts, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            json.writeStringField(text.getKey(), text.getValue());
        }
        json.writeEndObject();
    }

    private static void writeNumbers(String field, Map<String, Double> numbers, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, Double> number : numbers.entrySet()) {
            IndentedJson.writeNumber(json, number.getKey(), number.getValue());
        }
        json.writeEndObject();
    }

    /**
     * The report that {@link #write} wrote.
     *
     * @param source where the text comes from, for messages
     * @throws CorruptDataException when it is not one
     */
    public static EvaluationReport read(String text, String source) {
        try {
            return EvaluationReportFields.report(new JsonFields(new ObjectMapper().readTree(text), source, ""));
        } catch (JsonProcessingException | IllegalArgumentException broken) {
            throw new CorruptDataException(
                    source,
                    "",
                    "not readable (" + broken.getMessage() + ")",
                    "an evaluation.json written by an evaluate command",
                    broken);
        }
    }
}
