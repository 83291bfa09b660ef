package dev.embeam.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.schema.CorruptDataException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** STAND-IN for the tokenizer of the branch tok: WordLevel over spaces. */
public final class Tokenizer {
    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final String unknown;

    private Tokenizer(JsonNode root) {
        root.path("model")
                .path("vocab")
                .fields()
                .forEachRemaining(e -> vocabulary.put(e.getKey(), e.getValue().asInt()));
        unknown = root.path("model").path("unk_token").asText("");
    }

    public static Tokenizer read(byte[] json, String source) {
        try {
            return new Tokenizer(new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new CorruptDataException(source, "", "no JSON", "a tokenizer.json", e);
        }
    }

    public TokenizerSession newSession() {
        return new TokenizerSession(this);
    }

    public int vocabularySize() {
        return vocabulary.values().stream().mapToInt(i -> i + 1).max().orElse(0);
    }

    public OptionalInt unknownId() {
        return idOf(unknown);
    }

    public boolean hasUnknownToken() {
        return !unknown.isEmpty();
    }

    public ModelType modelType() {
        return ModelType.WORD_LEVEL;
    }

    public int[] tokenLengths() {
        return vocabulary.keySet().stream()
                .mapToInt(k -> k.codePointCount(0, k.length()))
                .toArray();
    }

    public OptionalInt idOf(String token) {
        Integer id = vocabulary.get(token);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }
}
