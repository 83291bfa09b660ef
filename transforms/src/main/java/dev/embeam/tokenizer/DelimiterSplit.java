package dev.embeam.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;

/** Cuts at every occurrence of one character, which is left out. */
final class DelimiterSplit implements PreTokenizer {
    private final int delimiter;

    private DelimiterSplit(int delimiter) {
        this.delimiter = delimiter;
    }

    static DelimiterSplit fromJson(JsonNode node, String where) {
        JsonObject object = JsonObject.of(node, where);
        String delimiter = object.text("delimiter");
        if (delimiter.codePointCount(0, delimiter.length()) != 1) {
            throw JsonObject.refusal(object.where("delimiter"), "\"" + delimiter + "\"", "one character");
        }
        return new DelimiterSplit(delimiter.codePointAt(0));
    }

    @Override
    public void split(Pieces in, Pieces out) {
        Cutter.cut(in, out, codePoint -> codePoint == delimiter);
    }
}
