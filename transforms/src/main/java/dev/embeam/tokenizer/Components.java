package dev.embeam.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.embeam.schema.CorruptDataException;
import java.util.ArrayList;
import java.util.List;

/** The components a tokenizer.json may name and the classes that do their work; every other name is refused. */
final class Components {
    private static final int DEEPEST = 32;
    /** A real file has a few dozen; the limit keeps a broken one from taking all time and memory. */
    private static final int MOST_STEPS = 500;

    private static final String NORMALIZERS =
            "BertNormalizer, Lowercase, NFC, NFD, NFKC, NFKD, Nmt, Precompiled, Prepend, Replace, Sequence, Strip and"
                    + " StripAccents";
    private static final String PRE_TOKENIZERS =
            "BertPreTokenizer, ByteLevel, CharDelimiterSplit, Digits, Metaspace, Punctuation, Sequence, Split, Whitespace"
                    + " and WhitespaceSplit";

    private final TokenizerSettings settings;

    Components(TokenizerSettings settings) {
        this.settings = settings;
    }

    /** The steps of a normalizer in order; sequences are laid flat. */
    List<Normalizer> normalizers(JsonNode node, String where) {
        List<Normalizer> steps = new ArrayList<>();
        addNormalizers(node, where, 0, steps);
        return steps;
    }

    private void addNormalizers(JsonNode node, String where, int depth, List<Normalizer> steps) {
        JsonObject object = JsonObject.of(node, where);
        if (!object.text("type").equals("Sequence")) {
            steps.add(normalizer(node, where, object.text("type")));
            return;
        }
        List<JsonNode> children = children(object, "normalizers", depth, steps.size());
        for (int i = 0; i < children.size(); i++) {
            addNormalizers(children.get(i), object.where("normalizers[") + i + "]", depth + 1, steps);
        }
    }

    private Normalizer normalizer(JsonNode node, String where, String type) {
        return switch (type) {
            case "BertNormalizer" -> BertNormalizer.fromJson(node, where);
            case "Lowercase" -> new LowercaseNormalizer();
            case "NFC", "NFD", "NFKC", "NFKD" -> new UnicodeNormalizer(UnicodeNormalizer.Form.valueOf(type));
            case "Nmt" -> new NmtNormalizer();
            case "Precompiled" -> PrecompiledNormalizer.fromJson(node, where, settings.charsmapReading());
            case "Prepend" -> PrependNormalizer.fromJson(node, where);
            case "Replace" -> ReplaceNormalizer.fromJson(node, where);
            case "Strip" -> StripNormalizer.fromJson(node, where);
            case "StripAccents" -> new StripAccentsNormalizer();
            default -> throw unsupported(where, type, NORMALIZERS);
        };
    }

    /** The steps of a pre-tokenizer in order; sequences are laid flat. */
    List<PreTokenizer> preTokenizers(JsonNode node, String where) {
        List<PreTokenizer> steps = new ArrayList<>();
        addPreTokenizers(node, where, 0, steps);
        return steps;
    }

    private void addPreTokenizers(JsonNode node, String where, int depth, List<PreTokenizer> steps) {
        JsonObject object = JsonObject.of(node, where);
        if (!object.text("type").equals("Sequence")) {
            steps.add(preTokenizer(node, where, object.text("type")));
            return;
        }
        List<JsonNode> children = children(object, "pretokenizers", depth, steps.size());
        for (int i = 0; i < children.size(); i++) {
            addPreTokenizers(children.get(i), object.where("pretokenizers[") + i + "]", depth + 1, steps);
        }
    }

    private static PreTokenizer preTokenizer(JsonNode node, String where, String type) {
        return switch (type) {
            case "BertPreTokenizer" -> new BertPreTokenizer();
            case "ByteLevel" -> ByteLevel.fromJson(node, where);
            case "CharDelimiterSplit", "Delimiter" -> DelimiterSplit.fromJson(node, where);
            case "Digits" -> CharacterSplit.digits(node, where);
            case "Metaspace" -> Metaspace.fromJson(node, where);
            case "Punctuation" -> CharacterSplit.punctuation(node, where);
            case "Split" -> Split.fromJson(node, where);
            case "Whitespace" -> new Whitespace();
            case "WhitespaceSplit" -> new WhitespaceSplit();
            default -> throw unsupported(where, type, PRE_TOKENIZERS);
        };
    }

    private static List<JsonNode> children(JsonObject object, String field, int depth, int stepsSoFar) {
        JsonNode children = object.required(field);
        if (!children.isArray() || depth >= DEEPEST || stepsSoFar + children.size() > MOST_STEPS) {
            throw JsonObject.refusal(
                    object.where(field),
                    JsonObject.describe(children) + " of " + children.size() + " at depth " + depth,
                    "a list, at most " + MOST_STEPS + " components and sequences no deeper than " + DEEPEST);
        }
        List<JsonNode> list = new ArrayList<>();
        children.forEach(list::add);
        return list;
    }

    TokenModel model(ModelType type, JsonNode node, String where) {
        return switch (type) {
            case UNIGRAM -> UnigramModel.fromJson(node, where);
            case WORD_PIECE -> WordPieceModel.fromJson(node, where);
            case BPE -> BpeModel.fromJson(node, where);
            case WORD_LEVEL -> WordLevelModel.fromJson(node, where);
        };
    }

    private static CorruptDataException unsupported(String where, String type, String supported) {
        return JsonObject.refusal(
                where, "component \"" + type + "\" is not supported", "a supported one: " + supported);
    }
}
