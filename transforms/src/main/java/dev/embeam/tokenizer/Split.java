package dev.embeam.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.CharBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts at the matches of a literal or of a regular expression; what becomes of them is the behavior's choice. */
final class Split implements PreTokenizer {
    private final Pattern pattern;
    private final SplitBehavior behavior;
    private final boolean invert;

    private Split(Pattern pattern, SplitBehavior behavior, boolean invert) {
        this.pattern = pattern;
        this.behavior = behavior;
        this.invert = invert;
    }

    /** Reads {@code pattern} (with one field, {@code String} or {@code Regex}), {@code behavior} and {@code invert}. */
    static Split fromJson(JsonNode node, String where) {
        JsonObject object = JsonObject.of(node, where);
        JsonObject pattern = JsonObject.of(object.required("pattern"), object.where("pattern"));
        if (pattern.node().size() != 1) {
            throw JsonObject.refusal(object.where("pattern"), "other fields", "one field, String or Regex");
        }
        return new Split(
                pattern(pattern),
                SplitBehavior.of(object.text("behavior"), object.where("behavior")),
                object.flag("invert"));
    }

    private static Pattern pattern(JsonObject pattern) {
        String literal = pattern.optionalText("String");
        return literal == null
                ? OnigurumaPattern.compile(pattern.text("Regex"), pattern.where("Regex"))
                : Pattern.compile(literal, Pattern.LITERAL);
    }

    @Override
    public void split(Pieces in, Pieces out) {
        SpanJoiner joiner = new SpanJoiner(in, out, behavior, invert);
        Matcher matcher = pattern.matcher("");
        for (int i = 0; i < in.count(); i++) {
            joiner.begin(i);
            // A piece is all that the pattern may see: anchors match and look-around stops at its ends.
            matcher.reset(CharBuffer.wrap(in.text.array, in.start(i), in.end(i) - in.start(i)));
            splitPiece(in, i, matcher, joiner);
            joiner.end();
        }
        joiner.finish();
    }

    /** As the reference does, it passes over an empty match right behind another match. */
    private static void splitPiece(Pieces in, int piece, Matcher matcher, SpanJoiner joiner) {
        int from = in.start(piece);
        int length = in.end(piece) - from;
        int done = 0;
        int lastEnd = -1;
        int at = 0;
        while (at <= length && matcher.find(at)) {
            int start = matcher.start();
            int end = matcher.end();
            if (start == end && start == lastEnd) {
                at = start == length ? length + 1 : start + widthAt(in, from + start, from + length);
                continue;
            }
            if (done < start) {
                joiner.add(from + done, from + start, false);
            }
            joiner.add(from + start, from + end, true);
            done = end;
            lastEnd = end;
            at = end;
        }
        if (done < length) {
            joiner.add(from + done, from + length, false);
        }
    }

    private static int widthAt(Pieces in, int at, int to) {
        return Character.charCount(Character.codePointAt(in.text.array, at, to));
    }
}
