package dev.embeam.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;

/** One record of the file's {@code added_tokens}: a text that is cut out before the model sees anything. */
record AddedToken(String content, boolean singleWord, boolean stripsLeft, boolean stripsRight, boolean normalized) {
    /** The id that stands in the file does not count and is only checked for its type. */
    static AddedToken fromJson(JsonNode node, String where) {
        JsonObject object = JsonObject.of(node, where);
        object.count("id");
        return new AddedToken(
                object.text("content"),
                object.flag("single_word"),
                object.flag("lstrip"),
                object.flag("rstrip"),
                object.flag("normalized"));
    }
}
