package dev.embeam.tokenizer;

import dev.embeam.schema.CorruptDataException;
import org.jspecify.annotations.Nullable;

/** Reads one Oniguruma expression (Ruby syntax, UTF-8) from left to right and writes the Java one. Used once. */
final class OnigurumaTranslator {
    /** How often a repetition may repeat. */
    private enum Repetition {
        FIXED,
        LIMITED,
        UNLIMITED
    }

    private static final int DEEPEST = 40;
    private static final int LARGEST_COUNT = 1000;
    /** A word boundary is where exactly one side is a word character; %1$s is that class. */
    private static final String BOUNDARY = "(?:(?<=%1$s)(?!%1$s)|(?<!%1$s)(?=%1$s))";

    private static final String NO_BOUNDARY = "(?:(?<=%1$s)(?=%1$s)|(?<!%1$s)(?!%1$s))";

    /**
     * Matches everywhere. Java steps back by characters instead of UTF-16 units only in patterns that hold a character of two
     * units, and so a pattern that looks behind gets one.
     */
    private static final String ALWAYS = "(?!(?!\uD83D\uDE00)\uD83D\uDE00)";

    private final String regex;
    private final String where;
    private final StringBuilder java = new StringBuilder();
    private int at;
    private boolean ignoresCase;
    private boolean looksBehind;
    private int depth;
    /** The letter just read if it belongs to a text without regard to case; 0 otherwise. */
    private int letterBefore;

    OnigurumaTranslator(String regex, String where) {
        this.regex = regex;
        this.where = where;
    }

    String translate() {
        alternatives();
        if (at < regex.length()) {
            throw refusal("a closing parenthesis too many");
        }
        return looksBehind ? "(?:" + java + ")" + ALWAYS : java.toString();
    }

    CorruptDataException refusal(String what) {
        return JsonObject.refusal(
                where,
                "regex " + regex + " has " + what + " at character " + at,
                "a regular expression that can be followed exactly in Java");
    }

    /** Reads to the end of the group; returns whether all it matches has one length. */
    private boolean alternatives() {
        if (++depth > DEEPEST) {
            throw refusal("more than " + DEEPEST + " nested groups");
        }
        boolean fixed = true;
        letterBefore = 0;
        while (at < regex.length() && regex.charAt(at) != ')') {
            if (regex.charAt(at) == '|') {
                at++;
                java.append('|');
                letterBefore = 0;
                fixed = false;
            } else {
                fixed &= repeatedAtom();
            }
        }
        depth--;
        return fixed;
    }

    private boolean repeatedAtom() {
        boolean group = regex.charAt(at) == '(';
        boolean fixed = atom();
        if (at == regex.length() || "?*+{".indexOf(regex.charAt(at)) < 0) {
            return fixed;
        }
        letterBefore = 0;
        Repetition repetition = quantifier();
        // Java would need more stack the more often such a group repeats.
        if (group && !fixed && repetition == Repetition.UNLIMITED) {
            throw refusal("a group of varying length repeated without limit");
        }
        return fixed && repetition == Repetition.FIXED;
    }

    private boolean atom() {
        int codePoint = next();
        switch (codePoint) {
            case '(' -> {
                return group();
            }
            case '[' -> {
                letterBefore = 0;
                java.append(new OnigurumaSet(this).translate());
            }
            case '\\' -> escape();
            case '^', '$', '.' -> {
                letterBefore = 0;
                java.append((char) codePoint);
            }
            case '?', '*', '+' -> throw refusal("a repetition of nothing");
            case '{' -> throw refusal("an opening brace that is not a repetition (write \\{)");
            default -> literal(codePoint);
        }
        return true;
    }

    private boolean group() {
        boolean outer = ignoresCase;
        if (take("?i:")) {
            ignoresCase = true;
            java.append("(?:");
        } else if (at < regex.length() && regex.charAt(at) == '?') {
            java.append('(').append(groupKind());
        } else {
            // What a group has captured is never asked for.
            java.append("(?:");
        }
        boolean fixed = alternatives();
        if (!take(")")) {
            throw refusal("a group without its end");
        }
        java.append(')');
        ignoresCase = outer;
        letterBefore = 0;
        return fixed;
    }

    private String groupKind() {
        for (String kind : new String[] {"?:", "?=", "?!", "?>", "?<=", "?<!"}) {
            if (take(kind)) {
                looksBehind |= kind.startsWith("?<");
                return kind;
            }
        }
        throw refusal("a group of an unsupported kind (supported: (?: (?= (?! (?> (?<= (?<! (?i:)");
    }

    /** Reads a repetition with its kind. */
    private Repetition quantifier() {
        char sign = (char) next();
        Repetition repetition = sign == '?' ? Repetition.LIMITED : Repetition.UNLIMITED;
        if (sign == '{') {
            repetition = counts();
            // Behind braces Ruby takes a plus for one more repetition and not for possession, and {n}? for {0,n}.
            if (at < regex.length() && (regex.charAt(at) == '+' || regex.charAt(at) == '?')) {
                throw refusal("a sign behind a counted repetition");
            }
        } else {
            java.append(sign);
            if (take("+")) {
                java.append('+');
            } else if (take("?")) {
                java.append('?');
            }
        }
        if (at < regex.length() && "?*+{".indexOf(regex.charAt(at)) >= 0) {
            throw refusal("a repetition of a repetition");
        }
        return repetition;
    }

    /** Reads {@code n}}, {@code n,}}, {@code n,m}} or {@code ,m}}. */
    private Repetition counts() {
        int least = number();
        boolean comma = take(",");
        int most = comma ? number() : least;
        if (!take("}") || (least < 0 && most < 0)) {
            throw refusal("an opening brace that is not a repetition (write \\{)");
        }
        if (most >= 0 && most < least) {
            throw refusal("a repetition whose limits are the wrong way round");
        }
        java.append('{').append(Math.max(0, least)).append(',');
        if (most >= 0) {
            java.append(most);
        }
        java.append('}');
        return most < 0 ? Repetition.UNLIMITED : most == least ? Repetition.FIXED : Repetition.LIMITED;
    }

    private int number() {
        int value = -1;
        while (at < regex.length() && regex.charAt(at) >= '0' && regex.charAt(at) <= '9') {
            value = Math.max(0, value) * 10 + regex.charAt(at++) - '0';
            if (value > LARGEST_COUNT) {
                throw refusal("a repetition of more than " + LARGEST_COUNT);
            }
        }
        return value;
    }

    private void escape() {
        letterBefore = 0;
        if (at < regex.length()) {
            switch (regex.charAt(at)) {
                case 'A', 'z', 'Z' -> {
                    java.append('\\').append(regex.charAt(at++));
                    return;
                }
                case 'b', 'B' -> {
                    String boundary = regex.charAt(at++) == 'b' ? BOUNDARY : NO_BOUNDARY;
                    looksBehind = true;
                    java.append(String.format(boundary, OnigurumaClasses.translation("word")));
                    return;
                }
                default -> {
                    // A class or a character, below.
                }
            }
        }
        String set = namedSet();
        if (set != null) {
            java.append(set);
        } else {
            literal(escapedCharacter());
        }
    }

    /** Reads what follows a backslash if it names a class of characters; returns it in brackets, or null. */
    @Nullable
    String namedSet() {
        if (at == regex.length()) {
            throw refusal("a backslash at its end");
        }
        char letter = regex.charAt(at);
        switch (letter) {
            case 's', 'S' -> {
                return set("space", letter == 'S');
            }
            case 'd', 'D' -> {
                return set("Nd", letter == 'D');
            }
            case 'w', 'W' -> {
                return set("word", letter == 'W');
            }
            case 'h', 'H' -> {
                at++;
                return letter == 'h' ? "[0-9a-fA-F]" : "[^0-9a-fA-F]";
            }
            case 'p', 'P' -> {
                return property(letter == 'P');
            }
            default -> {
                return null;
            }
        }
    }

    private String set(String name, boolean negated) {
        at++;
        return named(name, negated);
    }

    private String named(String name, boolean negated) {
        String translation = OnigurumaClasses.translation(name);
        if (translation == null) {
            throw refusal("the unsupported property \"" + name + "\"");
        }
        return negated ? "[^" + translation + "]" : translation;
    }

    private String property(boolean negated) {
        int end = regex.indexOf('}', at);
        if (end < 0 || regex.charAt(at + 1) != '{' || ignoresCase) {
            throw refusal("a property that is not written \\p{Name}, or in a part without regard to case");
        }
        boolean caret = regex.charAt(at + 2) == '^';
        String name = regex.substring(at + (caret ? 3 : 2), end);
        if (name.equals("word") || name.equals("space")) {
            throw refusal("the unsupported property \"" + name + "\"");
        }
        at = end + 1;
        return named(name, negated != caret);
    }

    /** Reads what follows a backslash as one character. */
    int escapedCharacter() {
        int codePoint = next();
        return switch (codePoint) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'f' -> '\f';
            case 'v' -> 0x0B;
            case 'a' -> 0x07;
            case 'e' -> 0x1B;
            case 'u' -> hexadecimal(4, 4);
            case 'x' -> take("{") ? bracedHexadecimal() : singleByte();
            default -> {
                if (codePoint < 0x80 && Character.isLetterOrDigit(codePoint)) {
                    throw refusal("the unsupported escape \\" + (char) codePoint);
                }
                yield codePoint;
            }
        };
    }

    private int bracedHexadecimal() {
        int value = hexadecimal(1, 8);
        if (!take("}")) {
            throw refusal("\\x{ without its end");
        }
        return value;
    }

    /** Beyond ASCII it would be a byte of UTF-8 and no character. */
    private int singleByte() {
        int value = hexadecimal(1, 2);
        if (value >= 0x80) {
            throw refusal("a single byte beyond ASCII");
        }
        return value;
    }

    private int hexadecimal(int fewest, int most) {
        int start = at;
        long value = 0;
        while (at < regex.length()
                && at - start < most
                && regex.charAt(at) < 0x80
                && Character.digit(regex.charAt(at), 16) >= 0) {
            value = value * 16 + Character.digit(regex.charAt(at++), 16);
        }
        boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
        if (at - start < fewest || value > Character.MAX_CODE_POINT || surrogate) {
            throw refusal("a wrong hexadecimal number");
        }
        return (int) value;
    }

    private void literal(int codePoint) {
        if (!ignoresCase) {
            java.append(OnigurumaClasses.literal(codePoint));
            return;
        }
        int lower = Character.toLowerCase(codePoint);
        checkNoLigature(letterBefore, lower);
        java.append('[').append(anyCase(codePoint)).append(']');
        letterBefore = lower;
    }

    /** Without regard to case, these pairs are equal to one character (such as U+00DF), which Java does not know. */
    private void checkNoLigature(int first, int second) {
        boolean ligature = (first == 'f' && (second == 'f' || second == 'i' || second == 'l'))
                || (first == 's' && (second == 's' || second == 't'));
        if (ligature) {
            throw refusal("\"" + (char) first + (char) second + "\" without regard to case");
        }
    }

    /** The characters equal to an ASCII one without regard to case, for use in brackets. */
    String anyCase(int codePoint) {
        if (codePoint >= 0x80) {
            throw refusal("a character beyond ASCII without regard to case");
        }
        int lower = Character.toLowerCase(codePoint);
        String pair = OnigurumaClasses.literal(lower) + OnigurumaClasses.literal(Character.toUpperCase(codePoint));
        return switch (lower) {
            case 's' -> pair + "\\x{17F}";
            case 'k' -> pair + "\\x{212A}";
            default -> pair;
        };
    }

    boolean ignoresCase() {
        return ignoresCase;
    }

    /** Reads a fixed text if it comes next. */
    boolean take(String text) {
        if (!regex.startsWith(text, at)) {
            return false;
        }
        at += text.length();
        return true;
    }

    boolean comes(String text) {
        return regex.startsWith(text, at);
    }

    /** Reads one character; there must be one. */
    int next() {
        if (at >= regex.length()) {
            throw refusal("an early end");
        }
        int codePoint = regex.codePointAt(at);
        at += Character.charCount(codePoint);
        return codePoint;
    }
}
