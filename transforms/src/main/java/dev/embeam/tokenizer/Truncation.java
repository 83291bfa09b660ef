package dev.embeam.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;

/** The file's own limit of ids per text: which end is kept, and how many. */
record Truncation(int maxLength, boolean keepsEnd) {
    static final Truncation NONE = new Truncation(Integer.MAX_VALUE, false);

    static Truncation fromJson(JsonNode node, String where) {
        JsonObject object = JsonObject.of(node, where);
        int maxLength = object.count("max_length");
        int stride = object.count("stride");
        if (maxLength > 0 && stride >= maxLength) {
            throw JsonObject.refusal(
                    object.where("stride"), String.valueOf(stride), "less than max_length " + maxLength);
        }
        checkStrategy(object);
        return new Truncation(maxLength, keepsEnd(object));
    }

    private static void checkStrategy(JsonObject object) {
        String strategy = object.text("strategy");
        if (!strategy.equals("LongestFirst") && !strategy.equals("OnlyFirst")) {
            throw JsonObject.refusal(
                    object.where("strategy"), "\"" + strategy + "\"", "LongestFirst or OnlyFirst, as texts come alone");
        }
    }

    private static boolean keepsEnd(JsonObject object) {
        String direction = object.optionalText("direction");
        if (direction == null || direction.equals("Right")) {
            return false;
        }
        if (direction.equals("Left")) {
            return true;
        }
        throw JsonObject.refusal(object.where("direction"), "\"" + direction + "\"", "Right or Left");
    }

    /** Cuts the ids from {@code from} on and says whether there were too many. */
    boolean apply(TokenIds ids, int from) {
        int excess = ids.size() - from - maxLength;
        if (excess <= 0) {
            return false;
        }
        if (keepsEnd) {
            ids.remove(from, from + excess);
        } else {
            ids.truncate(from + maxLength);
        }
        return true;
    }
}
