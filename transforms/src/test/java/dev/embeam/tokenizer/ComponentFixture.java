package dev.embeam.tokenizer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Components from snippets of a tokenizer.json, and what they make of texts. */
final class ComponentFixture {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ComponentFixture() {}

    /** Parses JSON in which apostrophes stand for quotation marks. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** The ids of a text as one piece. */
    static List<Integer> ids(TokenModel model, String text) {
        TokenIds ids = new TokenIds();
        model.newSegmenter().segment(text.toCharArray(), 0, text.length(), ids);
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            list.add(ids.get(i));
        }
        return list;
    }

    /** The pieces of a text, which comes as several pieces where {@code /} cuts it. */
    static List<String> pieces(PreTokenizer preTokenizer, String text) {
        Pieces in = new Pieces();
        for (String piece : text.split("/", -1)) {
            int start = in.text.length;
            in.text.append(piece);
            in.add(start, in.text.length);
        }
        Pieces out = new Pieces();
        preTokenizer.split(in, out);
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < out.count(); i++) {
            pieces.add(new String(out.text.array, out.start(i), out.end(i) - out.start(i)));
        }
        return pieces;
    }

    static String normalize(Normalizer normalizer, String text) {
        Characters out = new Characters();
        // What stands before it must stay.
        out.append("kept ");
        normalizer.normalize(text.toCharArray(), 0, text.length(), out);
        String all = out.toString();
        if (!all.startsWith("kept ")) {
            throw new AssertionError("the text before was changed: " + all);
        }
        return all.substring(5);
    }
}
