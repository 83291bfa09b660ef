package dev.embeam.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The Unigram language model: of all ways to cut a piece into vocabulary entries the one with the largest sum of scores. A
 * character without an entry costs ten less than the worst score; neighbouring unknown characters become one unknown.
 */
final class UnigramModel implements TokenModel {
    /** What an unknown character costs beyond the worst score of the vocabulary. */
    private static final double UNKNOWN_PENALTY = 10.0;
    /** Far above any logarithm of a probability; keeps sums of long texts finite. */
    private static final double LARGEST_SCORE = 1e100;

    static final int NO_UNKNOWN = -1;

    final PieceTrie trie;
    /** Score of id i at i + 1. */
    final double[] scores;

    final double unknownScore;
    final int unknownId;
    /** The place in the file, for messages. */
    final String where;

    /** Ids of the pieces for bytes, if unknown text falls back to them. */
    final int @Nullable [] byteIds;

    UnigramModel(List<String> pieces, double[] scores, int unknownId, boolean byteFallback, String where) {
        this.where = where;
        this.trie = PieceTrieBuilder.build(pieces, where + ".vocab");
        this.scores = new double[scores.length + 1];
        System.arraycopy(scores, 0, this.scores, 1, scores.length);
        this.unknownScore = leastOf(scores) - UNKNOWN_PENALTY;
        this.unknownId = unknownId;
        this.byteIds = byteFallback ? byteIds() : null;
    }

    static UnigramModel fromJson(JsonNode node, String where) {
        JsonObject object = JsonObject.of(node, where);
        JsonNode vocabulary = object.required("vocab");
        if (!vocabulary.isArray() || vocabulary.size() > PieceTrie.LIMIT) {
            throw JsonObject.refusal(
                    object.where("vocab"),
                    JsonObject.describe(vocabulary) + " of " + vocabulary.size(),
                    "a list of at most " + PieceTrie.LIMIT);
        }
        List<String> pieces = new ArrayList<>(vocabulary.size());
        double[] scores = new double[vocabulary.size()];
        for (JsonNode entry : vocabulary) {
            String place = object.where("vocab[") + pieces.size() + "]";
            scores[pieces.size()] = score(entry, place);
            pieces.add(JsonObject.textOf(entry.get(0), place + "[0]"));
        }
        int unknownId = unknownId(object, scores.length);
        return new UnigramModel(pieces, scores, unknownId, object.flag("byte_fallback", false), where);
    }

    private static double score(JsonNode entry, String where) {
        if (!entry.isArray() || entry.size() != 2 || !entry.get(1).isNumber()) {
            throw JsonObject.refusal(where, JsonObject.describe(entry), "a pair of a text and a score");
        }
        double score = JsonFloat.of(entry.get(1));
        if (!(Math.abs(score) <= LARGEST_SCORE)) {
            throw JsonObject.refusal(where + "[1]", JsonObject.describe(entry.get(1)), "a score within 1e100 of 0");
        }
        return score;
    }

    private static int unknownId(JsonObject object, int size) {
        if (object.optional("unk_id") == null) {
            return NO_UNKNOWN;
        }
        int id = object.count("unk_id");
        if (id >= size) {
            throw JsonObject.refusal(object.where("unk_id"), String.valueOf(id), "an id below " + size);
        }
        return id;
    }

    private static double leastOf(double[] scores) {
        double least = Double.POSITIVE_INFINITY;
        for (double score : scores) {
            least = Math.min(least, score);
        }
        return least;
    }

    private int[] byteIds() {
        int[] found = new int[256];
        for (int i = 0; i < found.length; i++) {
            found[i] = idOf(String.format("<0x%02X>", i)).orElse(-1);
        }
        return found;
    }

    @Override
    public Segmenter newSegmenter() {
        return new UnigramSegmenter(this);
    }

    @Override
    public OptionalInt idOf(String token) {
        int id = trie.find(token.toCharArray(), 0, token.length());
        return id < 0 ? OptionalInt.empty() : OptionalInt.of(id);
    }

    @Override
    public int size() {
        return scores.length - 1;
    }

    @Override
    public OptionalInt unknownId() {
        return unknownId == NO_UNKNOWN ? OptionalInt.empty() : OptionalInt.of(unknownId);
    }
}
