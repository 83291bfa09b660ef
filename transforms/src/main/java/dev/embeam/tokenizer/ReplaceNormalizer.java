package dev.embeam.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.CharBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a fixed text in the place of every match of a literal or of a regular expression, from left to right. As the
 * reference does, it passes over an empty match right behind another match.
 */
final class ReplaceNormalizer implements Normalizer {
    private final Pattern pattern;
    private final String content;

    private ReplaceNormalizer(Pattern pattern, String content) {
        this.pattern = pattern;
        this.content = content;
    }

    /** The cheapest normalizer that does what the node says. */
    static Normalizer fromJson(JsonNode node, String where) {
        JsonObject object = JsonObject.of(node, where);
        String content = object.text("content");
        JsonObject pattern = JsonObject.of(object.required("pattern"), object.where("pattern"));
        if (pattern.node().size() != 1) {
            throw JsonObject.refusal(object.where("pattern"), "other fields", "one field, String or Regex");
        }
        String literal = pattern.optionalText("String");
        return literal == null
                ? ofRegex(pattern.text("Regex"), content, pattern.where("Regex"))
                : ofLiteral(literal, content);
    }

    static Normalizer ofLiteral(String literal, String content) {
        if (literal.length() == 1) {
            return RunReplaceNormalizer.of(literal.charAt(0), 1, 1, content);
        }
        return new ReplaceNormalizer(Pattern.compile(literal, Pattern.LITERAL), content);
    }

    static Normalizer ofRegex(String regex, String content, String where) {
        Normalizer run = RunReplaceNormalizer.ofRegex(regex, content);
        return run == null ? new ReplaceNormalizer(OnigurumaPattern.compile(regex, where), content) : run;
    }

    @Override
    public void normalize(char[] chars, int from, int to, Characters out) {
        int done = from;
        int lastEnd = -1;
        Matcher matcher = pattern.matcher(CharBuffer.wrap(chars, from, to - from));
        while (from < to && matcher.find()) {
            int start = from + matcher.start();
            int end = from + matcher.end();
            if (start == end && (start == lastEnd || splitsPair(chars, from, start, to))) {
                continue;
            }
            out.append(chars, done, start);
            out.append(content);
            done = end;
            lastEnd = end;
        }
        out.append(chars, done, to);
    }

    private static boolean splitsPair(char[] chars, int from, int at, int to) {
        return at > from && at < to && Character.isHighSurrogate(chars[at - 1]) && Character.isLowSurrogate(chars[at]);
    }

    @Override
    public Scope scope() {
        return Scope.PIECE;
    }
}
