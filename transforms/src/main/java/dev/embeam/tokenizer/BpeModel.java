package dev.embeam.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Byte-pair encoding: a piece starts as its characters; of all neighbours that the file says may merge, those with the
 * lowest rank do, the leftmost first, until none are left.
 */
final class BpeModel implements TokenModel {
    final Vocabulary vocabulary;
    final BpeAlphabet alphabet;
    final MergeTable merges;
    final boolean fusesUnknown;
    final boolean ignoresMerges;
    private final @Nullable String unknownToken;
    private final OptionalInt unknownId;
    private final String where;

    private BpeModel(JsonObject object, String where) {
        checkDropout(object);
        String prefix = orEmpty(object.optionalText("continuing_subword_prefix"));
        String suffix = orEmpty(object.optionalText("end_of_word_suffix"));
        this.where = where;
        this.vocabulary = Vocabulary.of(object);
        this.merges = BpeMerges.read(object, vocabulary, prefix);
        this.alphabet = new BpeAlphabet(vocabulary, prefix, suffix, object.flag("byte_fallback", false));
        this.fusesUnknown = object.flag("fuse_unk", false);
        this.ignoresMerges = object.flag("ignore_merges", false);
        this.unknownToken = object.optionalText("unk_token");
        this.unknownId = unknownToken == null ? OptionalInt.empty() : vocabulary.idOf(unknownToken);
    }

    /**
     * Reads {@code vocab}, {@code merges}, {@code unk_token}, {@code fuse_unk}, {@code byte_fallback}, {@code ignore_merges},
     * {@code continuing_subword_prefix} and {@code end_of_word_suffix}; a {@code dropout} other than 0 is refused.
     */
    static BpeModel fromJson(JsonNode node, String where) {
        return new BpeModel(JsonObject.of(node, where), where);
    }

    private static void checkDropout(JsonObject object) {
        JsonNode dropout = object.optional("dropout");
        if (dropout != null && !(dropout.isNumber() && dropout.doubleValue() == 0)) {
            throw JsonObject.refusal(
                    object.where("dropout"), JsonObject.describe(dropout), "null or 0: ids may not depend on chance");
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Whether unknown characters have a token; without one they are left out. */
    boolean hasUnknownToken() {
        return unknownToken != null;
    }

    /** The id of unknown characters; refused, as late as in the reference, when the vocabulary lacks it. */
    int requiredUnknownId() {
        return unknownId.orElseThrow(() -> JsonObject.refusal(
                where + ".unk_token",
                "\"" + unknownToken + "\", needed for a character",
                "an entry of the vocabulary"));
    }

    @Override
    public Segmenter newSegmenter() {
        return new BpeSegmenter(this);
    }

    @Override
    public OptionalInt idOf(String token) {
        return vocabulary.idOf(token);
    }

    @Override
    public int size() {
        return vocabulary.size();
    }

    @Override
    public OptionalInt unknownId() {
        return unknownId;
    }
}
