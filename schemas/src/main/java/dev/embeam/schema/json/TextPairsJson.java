package dev.embeam.schema.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.Split;
import dev.embeam.schema.TextPairs;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON lines of two sentences and a judgement, as JMTEB's sets for STS and pair classification have them. Other fields are
 * of no account.
 *
 * @param firstField name of the field with one sentence
 * @param secondField name of the field with the other
 * @param labelField name of the field with the judgement, a number or the text of one
 */
public record TextPairsJson(String firstField, String secondField, String labelField) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The names that JMTEB uses. */
    public static final TextPairsJson JMTEB = new TextPairsJson("sentence1", "sentence2", "label");

    /**
     * Reads a part of a data set.
     *
     * @param source path of the file, for messages
     * @throws CorruptDataException naming the line, for one that is not as it should be; for a file without any
     */
    public TextPairs read(InputStream in, Split split, String source) throws IOException {
        JsonLines lines = new JsonLines(in, source);
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        for (JsonNode object = lines.next(); object != null; object = lines.next()) {
            first.add(lines.text(object, firstField));
            second.add(lines.text(object, secondField));
            labels.add(label(object, lines));
        }
        if (first.isEmpty()) {
            throw new CorruptDataException(source, "", "the file has no lines", "one JSON object a line");
        }
        double[] values = labels.stream().mapToDouble(Double::doubleValue).toArray();
        return new TextPairs(split, source, first, second, values);
    }

    private double label(JsonNode object, JsonLines lines) {
        JsonNode label = lines.field(object, labelField);
        double value = Double.NaN;
        try {
            value = label.isNumber() || label.isTextual() ? Double.parseDouble(label.asText()) : Double.NaN;
        } catch (NumberFormatException e) {
            // Told below, with every other value that is no number.
        }
        if (!Double.isFinite(value)) {
            throw lines.wrong("field \"" + labelField + "\" is " + label, "a finite number");
        }
        return value;
    }
}
