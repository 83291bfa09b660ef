package dev.embeam.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * WordPiece: of the rest of a word the longest entry first, entries for anything but the start of a word bearing a prefix
 * ({@code ##}). A word that cannot be cut to its end, or that has too many characters, is one unknown.
 */
final class WordPieceModel implements TokenModel {
    private final Vocabulary vocabulary;
    /** Entries as they are, for the start of a word; values are places in the vocabulary. */
    final PieceTrie starts;
    /** Entries that bear the prefix, without it; values are places in {@link #continuationIds}. */
    final PieceTrie continuations;

    private final int[] continuationIds;
    private final OptionalInt unknownId;
    private final String unknownToken;
    private final String where;
    final int longestWord;

    private WordPieceModel(Vocabulary vocabulary, String prefix, String unknownToken, int longestWord, String where) {
        this.vocabulary = vocabulary;
        this.unknownToken = unknownToken;
        this.unknownId = vocabulary.idOf(unknownToken);
        this.longestWord = longestWord;
        this.where = where;
        List<String> rests = new ArrayList<>();
        int[] restIds = new int[vocabulary.tokens.size()];
        for (int i = 0; i < vocabulary.tokens.size(); i++) {
            if (vocabulary.tokens.get(i).startsWith(prefix)) {
                restIds[rests.size()] = vocabulary.id(i);
                rests.add(vocabulary.tokens.get(i).substring(prefix.length()));
            }
        }
        this.continuationIds = restIds;
        this.starts = PieceTrieBuilder.build(vocabulary.tokens, where + ".vocab");
        this.continuations = PieceTrieBuilder.build(rests, where + ".vocab");
    }

    /** Reads {@code vocab}, {@code unk_token}, {@code continuing_subword_prefix} and {@code max_input_chars_per_word}. */
    static WordPieceModel fromJson(JsonNode node, String where) {
        JsonObject object = JsonObject.of(node, where);
        return new WordPieceModel(
                Vocabulary.of(object),
                object.text("continuing_subword_prefix"),
                object.text("unk_token"),
                object.count("max_input_chars_per_word"),
                where);
    }

    int startId(int place) {
        return vocabulary.id(place);
    }

    int continuationId(int place) {
        return continuationIds[place];
    }

    /** The id of unknown words; refused, as late as in the reference, when the vocabulary lacks it. */
    int requiredUnknownId() {
        return unknownId.orElseThrow(() -> JsonObject.refusal(
                where + ".unk_token", "\"" + unknownToken + "\", needed for a word", "an entry of the vocabulary"));
    }

    @Override
    public Segmenter newSegmenter() {
        return new WordPieceSegmenter(this);
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
