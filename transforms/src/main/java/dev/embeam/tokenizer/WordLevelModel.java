package dev.embeam.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;

/** A dictionary of whole pieces; every other piece is one unknown. */
final class WordLevelModel implements TokenModel {
    private final Vocabulary vocabulary;
    private final String unknownToken;
    private final OptionalInt unknownId;
    private final String where;

    private WordLevelModel(Vocabulary vocabulary, String unknownToken, String where) {
        this.vocabulary = vocabulary;
        this.unknownToken = unknownToken;
        this.unknownId = vocabulary.idOf(unknownToken);
        this.where = where;
    }

    /** Reads {@code vocab} and {@code unk_token}. */
    static WordLevelModel fromJson(JsonNode node, String where) {
        JsonObject object = JsonObject.of(node, where);
        return new WordLevelModel(Vocabulary.of(object), object.text("unk_token"), where);
    }

    @Override
    public Segmenter newSegmenter() {
        return (chars, from, to, out) -> {
            int id = vocabulary.find(chars, from, to);
            out.add(id < 0 ? requiredUnknownId() : id);
        };
    }

    private int requiredUnknownId() {
        return unknownId.orElseThrow(() -> JsonObject.refusal(
                where + ".unk_token", "\"" + unknownToken + "\", needed for a word", "an entry of the vocabulary"));
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
