package dev.embeam.schema.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON as Python's {@code json.dump(..., indent=4)} sets it: what JMTEB and its readers write. */
final class IndentedJson {
    /** Writes one value. */
    @FunctionalInterface
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private IndentedJson() {}

    /** What this body writes, with a line break at its end. */
    static String of(Body body) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out).setPrettyPrinter(new PythonPrinter())) {
            body.write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.append('\n').toString();
    }

    /**
     * A field with a finite number.
     *
     * @throws IllegalArgumentException for NaN or infinity, which JSON has no word for
     */
    static void writeNumber(JsonGenerator json, String name, double value) throws IOException {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " is " + value + "; expected a finite number");
        }
        json.writeNumberField(name, value);
    }
}
