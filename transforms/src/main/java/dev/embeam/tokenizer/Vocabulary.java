package dev.embeam.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Tokens and their ids, as WordPiece, BPE and WordLevel write them: an object from token to id. Ids may have gaps. */
final class Vocabulary {
    /** The tokens in the order of the file. */
    final List<String> tokens;

    private final int[] ids;
    private final PieceTrie trie;
    private final int size;

    private Vocabulary(List<String> tokens, int[] ids, String where) {
        this.tokens = List.copyOf(tokens);
        this.ids = ids;
        this.trie = PieceTrieBuilder.build(tokens, where);
        this.size = sizeOf(ids);
    }

    /** Reads the field {@code vocab} of a model. */
    static Vocabulary of(JsonObject model) {
        JsonNode node = model.required("vocab");
        String where = model.where("vocab");
        if (!node.isObject() || node.size() > PieceTrie.LIMIT) {
            throw JsonObject.refusal(
                    where, JsonObject.describe(node) + " of " + node.size(), "an object of at most " + PieceTrie.LIMIT);
        }
        List<String> tokens = new ArrayList<>(node.size());
        int[] ids = new int[node.size()];
        for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            JsonObject.checkWhole(field.getKey(), where);
            ids[tokens.size()] = idOf(field.getValue(), where, field.getKey());
            tokens.add(field.getKey());
        }
        return new Vocabulary(tokens, ids, where);
    }

    /** One below the largest {@code int}, so that one more than any id is still a number. */
    private static int idOf(JsonNode value, String where, String token) {
        String place = where + "[\"" + token + "\"]";
        int id = JsonObject.countOf(value, place);
        if (id == Integer.MAX_VALUE) {
            throw JsonObject.refusal(place, String.valueOf(id), "a smaller id");
        }
        return id;
    }

    private static int sizeOf(int[] ids) {
        int size = 0;
        for (int id : ids) {
            size = Math.max(size, id + 1);
        }
        return size;
    }

    /** The id of the token at a place of {@link #tokens}. */
    int id(int place) {
        return ids[place];
    }

    /** The id of the token equal to {@code chars[from, to)}, or -1. */
    int find(char[] chars, int from, int to) {
        int place = trie.find(chars, from, to);
        return place < 0 ? -1 : ids[place];
    }

    /** The id of a token; the empty one is never found. */
    OptionalInt idOf(String token) {
        int id = find(token.toCharArray(), 0, token.length());
        return id < 0 ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** One more than the largest id. */
    int size() {
        return size;
    }
}
