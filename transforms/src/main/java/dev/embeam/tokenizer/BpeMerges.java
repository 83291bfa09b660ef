package dev.embeam.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;

/** Reads the field {@code merges} of a BPE model: all pairs of tokens, or all texts of two tokens with a space between. */
final class BpeMerges {
    private final Vocabulary vocabulary;
    /** Bytes of the right token that its merge leaves out: as many as the prefix of continuations has. */
    private final int prefixLength;

    private BpeMerges(Vocabulary vocabulary, String prefix) {
        this.vocabulary = vocabulary;
        this.prefixLength = prefix.getBytes(StandardCharsets.UTF_8).length;
    }

    static MergeTable read(JsonObject model, Vocabulary vocabulary, String prefix) {
        JsonNode merges = model.required("merges");
        String where = model.where("merges");
        if (!merges.isArray()) {
            throw JsonObject.refusal(where, JsonObject.describe(merges), "a list");
        }
        BpeMerges reader = new BpeMerges(vocabulary, prefix);
        MergeTable table = new MergeTable(merges.size());
        boolean texts = merges.size() > 0 && merges.get(0).isTextual();
        int rank = 0;
        for (int i = 0; i < merges.size(); i++) {
            String place = where + "[" + i + "]";
            if (!texts) {
                reader.addPair(merges.get(i), rank++, place, table);
            } else if (!isVersion(merges.get(i))) {
                reader.addText(JsonObject.textOf(merges.get(i), place), rank++, place, table);
            }
        }
        return table;
    }

    /** The head of a merges.txt, which some files carry along. */
    private static boolean isVersion(JsonNode merge) {
        return merge.isTextual() && merge.textValue().startsWith("#version");
    }

    private void addPair(JsonNode pair, int rank, String where, MergeTable table) {
        if (!pair.isArray() || pair.size() != 2) {
            throw JsonObject.refusal(where, JsonObject.describe(pair), "a pair of tokens");
        }
        add(
                JsonObject.textOf(pair.get(0), where + "[0]"),
                JsonObject.textOf(pair.get(1), where + "[1]"),
                rank,
                where,
                table);
    }

    private void addText(String merge, int rank, String where, MergeTable table) {
        int space = merge.indexOf(' ');
        if (space < 0 || merge.indexOf(' ', space + 1) >= 0) {
            throw JsonObject.refusal(
                    where,
                    "\"" + merge + "\"",
                    "two tokens with one space between; tokens that hold spaces need merges written as pairs");
        }
        add(merge.substring(0, space), merge.substring(space + 1), rank, where, table);
    }

    private void add(String left, String right, int rank, String where, MergeTable table) {
        table.put(idOf(left, where), idOf(right, where), rank, idOf(left + withoutPrefix(right, where), where));
    }

    /** Bytes, not characters, and whether or not they are the prefix: so the reference does it. */
    private String withoutPrefix(String right, String where) {
        byte[] bytes = right.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < prefixLength) {
            throw JsonObject.refusal(where, "\"" + right + "\"", "a token with the prefix of continuations");
        }
        return new String(Arrays.copyOfRange(bytes, prefixLength, bytes.length), StandardCharsets.UTF_8);
    }

    private int idOf(String token, String where) {
        OptionalInt id = vocabulary.idOf(token);
        return id.orElseThrow(
                () -> JsonObject.refusal(where, "token \"" + token + "\"", "tokens that the vocabulary holds"));
    }
}
