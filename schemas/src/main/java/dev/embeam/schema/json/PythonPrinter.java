package dev.embeam.schema.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;

/** Sets JSON as Python does: four spaces a level, no space before a colon, nothing inside of what is empty. */
final class PythonPrinter extends DefaultPrettyPrinter {
    private static final long serialVersionUID = 1L;

    PythonPrinter() {
        DefaultIndenter indenter = new DefaultIndenter("    ", "\n");
        indentObjectsWith(indenter);
        indentArraysWith(indenter);
    }

    @Override
    public DefaultPrettyPrinter createInstance() {
        return new PythonPrinter();
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(": ");
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) throws IOException {
        end(_objectIndenter, json, entries, '}');
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) throws IOException {
        end(_arrayIndenter, json, values, ']');
    }

    private void end(Indenter indenter, JsonGenerator json, int count, char bracket) throws IOException {
        _nesting--;
        if (count > 0) {
            indenter.writeIndentation(json, _nesting);
        }
        json.writeRaw(bracket);
    }
}
