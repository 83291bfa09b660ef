package dev.embeam.collection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.embeam.collection.RecordValues.Kind;
import dev.embeam.schema.FailureReason;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * One JSON object (RFC 8259) a line. Fields nobody wants are passed over; of a name that repeats the last value counts; an
 * escaped lone surrogate stays as it is. Strings without escapes are not copied.
 */
final class JsonRecordParser implements RecordParser {
    private static final int DEEPEST_NESTING = 1_000;
    private static final String EXPECTED = "one JSON object on the line and nothing else";

    /**
     * Interning costs more than comparing; a name made to collide must not stop a run; a record's length is bounded before
     * it comes here, so strings and numbers need no bound of their own.
     */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST_NESTING)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    @Override
    public boolean parse(char[] chars, int length, RecordValues values) throws RecordException {
        if (isBlank(chars, length)) {
            return false;
        }
        values.clear();
        try (JsonParser parser = FACTORY.createParser(chars, 0, length)) {
            readObject(parser, chars, values);
        } catch (JsonProcessingException e) {
            // The parser's own message quotes the text.
            long units = e.getLocation() == null ? 0 : e.getLocation().getCharOffset();
            long bytes = Utf8.encodedLength(chars, (int) Math.max(0, Math.min(units, length)));
            throw broken("no valid JSON about byte " + bytes + " of the line");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    private static void readObject(JsonParser parser, char[] chars, RecordValues values)
            throws IOException, RecordException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw broken("the line does not start with an object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            int slot = values.slot(parser.currentName());
            JsonToken token = parser.nextToken();
            if (slot >= 0) {
                readValue(parser, token, chars, values, slot);
            } else {
                parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw broken("something follows the object");
        }
    }

    private static void readValue(JsonParser parser, JsonToken token, char[] chars, RecordValues values, int slot)
            throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            values.setAbsent(slot);
        } else if (token.isStructStart()) {
            int start = (int) parser.currentTokenLocation().getCharOffset();
            parser.skipChildren();
            int end = (int) parser.currentLocation().getCharOffset();
            values.set(slot, Kind.NESTED, chars, start, end - start);
        } else {
            Kind kind = token == JsonToken.VALUE_STRING ? Kind.STRING : Kind.SCALAR;
            char[] source = parser.getTextCharacters();
            if (source == chars) {
                values.set(slot, kind, source, parser.getTextOffset(), parser.getTextLength());
            } else {
                values.copy(slot, kind, source, parser.getTextOffset(), parser.getTextLength());
            }
        }
    }

    private static boolean isBlank(char[] chars, int length) {
        int i = 0;
        while (i < length && (chars[i] == ' ' || chars[i] == '\t' || chars[i] == '\r')) {
            i++;
        }
        return i == length;
    }

    private static RecordException broken(String actual) {
        return new RecordException(FailureReason.BROKEN_JSON, actual, EXPECTED);
    }
}
