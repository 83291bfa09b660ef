package dev.embeam.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;

/** Puts a text before every piece that is not empty. */
final class PrependNormalizer implements Normalizer {
    private final String prefix;

    PrependNormalizer(String prefix) {
        this.prefix = prefix;
    }

    static PrependNormalizer fromJson(JsonNode node, String where) {
        return new PrependNormalizer(JsonObject.of(node, where).text("prepend"));
    }

    @Override
    public void normalize(char[] chars, int from, int to, Characters out) {
        if (from < to) {
            out.append(prefix);
            out.append(chars, from, to);
        }
    }

    @Override
    public Scope scope() {
        return Scope.PIECE;
    }
}
