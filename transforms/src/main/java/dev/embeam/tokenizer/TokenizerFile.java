package dev.embeam.tokenizer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.embeam.schema.CorruptDataException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a tokenizer.json as Hugging Face tokenizers does, but strictly: what is not supported is refused by name instead of
 * being left out. Decoder, post-processor and padding are not looked at, since none of them changes ids without specials.
 */
final class TokenizerFile {
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    private final JsonObject root;
    private final Components components;

    private TokenizerFile(JsonObject root, Components components) {
        this.root = root;
        this.components = components;
    }

    /** Reads the bytes of a file; {@code source} is its name for messages. */
    static Tokenizer read(byte[] bytes, String source, TokenizerSettings settings) {
        try {
            JsonObject root = JsonObject.root(JSON.readTree(bytes), source);
            return new TokenizerFile(root, new Components(settings)).tokenizer();
        } catch (JsonProcessingException e) {
            String problem = "not JSON: " + e.getOriginalMessage();
            String place =
                    e.getLocation() == null ? "" : "byte " + e.getLocation().getByteOffset();
            throw new CorruptDataException(source, place, problem, "a tokenizer.json", e);
        } catch (IOException e) {
            throw new CorruptDataException(source, "", "not UTF-8: " + e.getMessage(), "a tokenizer.json", e);
        }
    }

    private Tokenizer tokenizer() {
        checkVersion();
        JsonObject modelObject = JsonObject.of(root.required("model"), root.where("model"));
        ModelType type = modelType(modelObject);
        TokenModel model = components.model(type, modelObject.node(), root.where("model"));
        List<String> entries = entries(modelObject);
        AddedVocabulary added = new AddedVocabulary(addedTokens(), model, entries.size());
        JsonNode normalizer = root.optional("normalizer");
        JsonNode preTokenizer = root.optional("pre_tokenizer");
        List<Normalizer> normalizers =
                normalizer == null ? List.of() : components.normalizers(normalizer, root.where("normalizer"));
        List<PreTokenizer> preTokenizers =
                preTokenizer == null ? List.of() : components.preTokenizers(preTokenizer, root.where("pre_tokenizer"));
        String unknownToken = type == ModelType.UNIGRAM ? null : modelObject.optionalText("unk_token");
        return new Tokenizer(
                type,
                model,
                added,
                normalizers,
                preTokenizers,
                truncation(),
                unknownToken != null,
                lengths(entries, added));
    }

    private void checkVersion() {
        String version = root.optionalText("version");
        if (version != null && !version.equals("1.0")) {
            throw JsonObject.refusal(root.where("version"), "\"" + version + "\"", "\"1.0\"");
        }
    }

    /** Older files do not name the type; then the fields tell. */
    private static ModelType modelType(JsonObject model) {
        String name = model.optionalText("type");
        if (name == null) {
            return typeByFields(model);
        }
        for (ModelType type : ModelType.values()) {
            if (type.label().equals(name)) {
                return type;
            }
        }
        throw JsonObject.refusal(model.where("type"), "\"" + name + "\"", "Unigram, WordPiece, BPE or WordLevel");
    }

    private static ModelType typeByFields(JsonObject model) {
        if (model.optional("merges") != null) {
            return ModelType.BPE;
        }
        if (model.required("vocab").isArray()) {
            return ModelType.UNIGRAM;
        }
        return model.optional("max_input_chars_per_word") != null ? ModelType.WORD_PIECE : ModelType.WORD_LEVEL;
    }

    private static List<String> entries(JsonObject model) {
        JsonNode vocabulary = model.required("vocab");
        List<String> entries = new ArrayList<>(vocabulary.size());
        if (vocabulary.isArray()) {
            vocabulary.forEach(entry -> entries.add(entry.path(0).asText()));
        } else {
            vocabulary.fieldNames().forEachRemaining(entries::add);
        }
        return entries;
    }

    private List<AddedToken> addedTokens() {
        List<AddedToken> tokens = new ArrayList<>();
        JsonNode records = root.optional("added_tokens");
        if (records == null) {
            return tokens;
        }
        if (!records.isArray()) {
            throw JsonObject.refusal(root.where("added_tokens"), JsonObject.describe(records), "a list");
        }
        for (JsonNode record : records) {
            tokens.add(AddedToken.fromJson(record, root.where("added_tokens[") + tokens.size() + "]"));
        }
        return tokens;
    }

    private Truncation truncation() {
        JsonNode truncation = root.optional("truncation");
        return truncation == null ? Truncation.NONE : Truncation.fromJson(truncation, root.where("truncation"));
    }

    /** Lengths in code points of all distinct tokens, added ones included. */
    private static int[] lengths(List<String> entries, AddedVocabulary added) {
        Set<String> tokens = new HashSet<>(entries);
        tokens.addAll(added.ids().keySet());
        return tokens.stream()
                .mapToInt(token -> token.codePointCount(0, token.length()))
                .sorted()
                .toArray();
    }
}
