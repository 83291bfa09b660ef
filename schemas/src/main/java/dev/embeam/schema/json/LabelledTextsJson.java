package dev.embeam.schema.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.LabelledTexts;
import dev.embeam.schema.Split;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON lines of a text and its class, as JMTEB's sets for classification and clustering have them. Other fields are of no
 * account.
 *
 * @param textField name of the field with the text
 * @param labelField name of the field with the class, a text or a number
 */
public record LabelledTextsJson(String textField, String labelField) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The names that JMTEB uses. */
    public static final LabelledTextsJson JMTEB = new LabelledTextsJson("text", "label");

    /**
     * Reads a part of a data set.
     *
     * @param source path of the file, for messages
     * @throws CorruptDataException naming the line, for one that is not as it should be; for a file without any
     */
    public LabelledTexts read(InputStream in, Split split, String source) throws IOException {
        JsonLines lines = new JsonLines(in, source);
        List<String> texts = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (JsonNode object = lines.next(); object != null; object = lines.next()) {
            texts.add(lines.text(object, textField));
            labels.add(label(object, lines));
        }
        if (texts.isEmpty()) {
            throw new CorruptDataException(source, "", "the file has no lines", "one JSON object a line");
        }
        return new LabelledTexts(split, source, texts, labels);
    }

    private String label(JsonNode object, JsonLines lines) {
        JsonNode label = lines.field(object, labelField);
        if (!label.isTextual() && !label.isNumber()) {
            throw lines.wrong("field \"" + labelField + "\" is " + label, "a text or a number");
        }
        return label.asText();
    }
}
