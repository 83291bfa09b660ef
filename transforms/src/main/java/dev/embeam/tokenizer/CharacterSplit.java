package dev.embeam.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.IntPredicate;

/** Cuts at every character of a class, each a match of its own: the pre-tokenizers Digits and Punctuation. */
final class CharacterSplit implements PreTokenizer {
    private final IntPredicate matches;
    private final SplitBehavior behavior;

    private CharacterSplit(IntPredicate matches, SplitBehavior behavior) {
        this.matches = matches;
        this.behavior = behavior;
    }

    /** Reads {@code individual_digits}: whether every digit is a piece, or every run of them. */
    static CharacterSplit digits(JsonNode node, String where) {
        boolean individual = JsonObject.of(node, where).flag("individual_digits");
        return new CharacterSplit(
                CharacterClasses::isNumeric, individual ? SplitBehavior.ISOLATED : SplitBehavior.CONTIGUOUS);
    }

    /** Reads {@code behavior}, which may be missing. */
    static CharacterSplit punctuation(JsonNode node, String where) {
        JsonObject object = JsonObject.of(node, where);
        String behavior = object.optionalText("behavior");
        return new CharacterSplit(
                CharacterClasses::isPunctuation,
                behavior == null ? SplitBehavior.ISOLATED : SplitBehavior.of(behavior, object.where("behavior")));
    }

    @Override
    public void split(Pieces in, Pieces out) {
        SpanJoiner joiner = new SpanJoiner(in, out, behavior, false);
        for (int i = 0; i < in.count(); i++) {
            joiner.begin(i);
            splitPiece(in.text.array, in.start(i), in.end(i), joiner);
            joiner.end();
        }
        joiner.finish();
    }

    private void splitPiece(char[] chars, int from, int to, SpanJoiner joiner) {
        int start = from;
        for (int i = from; i < to; ) {
            int codePoint = Character.codePointAt(chars, i, to);
            int next = i + Character.charCount(codePoint);
            if (matches.test(codePoint)) {
                if (start < i) {
                    joiner.add(start, i, false);
                }
                joiner.add(i, next, true);
                start = next;
            }
            i = next;
        }
        if (start < to) {
            joiner.add(start, to, false);
        }
    }
}
