package dev.embeam.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;

/** Takes white space off the ends of a piece. */
final class StripNormalizer implements Normalizer {
    private final boolean left;
    private final boolean right;

    StripNormalizer(boolean left, boolean right) {
        this.left = left;
        this.right = right;
    }

    static StripNormalizer fromJson(JsonNode node, String where) {
        JsonObject object = JsonObject.of(node, where);
        return new StripNormalizer(object.flag("strip_left"), object.flag("strip_right"));
    }

    /** White space lies in the basic plane, so code units will do. */
    @Override
    public void normalize(char[] chars, int from, int to, Characters out) {
        int start = from;
        int end = to;
        while (left && start < end && UnicodeTables.isWhiteSpace(chars[start])) {
            start++;
        }
        while (right && end > start && UnicodeTables.isWhiteSpace(chars[end - 1])) {
            end--;
        }
        out.append(chars, start, end);
    }

    @Override
    public Scope scope() {
        return Scope.PIECE;
    }
}
