package dev.embeam.tokenizer;

import java.util.Objects;
import java.util.function.IntPredicate;

/** The regular expression of {@link ByteLevel}, followed by hand: where the word that begins at a place ends. */
final class Gpt2Words {
    private static final byte OTHER = 0;
    private static final byte SPACE = 1;
    private static final byte LETTER = 2;
    private static final byte NUMBER = 3;
    private static final byte SURROGATE = 4;

    private static final IntPredicate IS_LETTER = Objects.requireNonNull(CharacterClasses.oniguruma("L"));
    private static final IntPredicate IS_NUMBER = Objects.requireNonNull(CharacterClasses.oniguruma("N"));
    /** The class of every UTF-16 unit. */
    private static final byte[] CLASSES = classes();

    private Gpt2Words() {}

    private static byte[] classes() {
        byte[] classes = new byte[0x10000];
        for (int unit = 0; unit < classes.length; unit++) {
            classes[unit] = Character.isSurrogate((char) unit) ? SURROGATE : classOf(unit);
        }
        return classes;
    }

    private static byte classOf(int codePoint) {
        if (UnicodeTables.isWhiteSpace(codePoint)) {
            return SPACE;
        }
        return IS_LETTER.test(codePoint) ? LETTER : IS_NUMBER.test(codePoint) ? NUMBER : OTHER;
    }

    private static byte classAt(char[] chars, int at, int to) {
        byte kind = CLASSES[chars[at]];
        return kind == SURROGATE ? classOf(Character.codePointAt(chars, at, to)) : kind;
    }

    /** Where the word ends that begins at {@code from}, which is before {@code to}. */
    static int end(char[] chars, int from, int to) {
        char first = chars[from];
        if (first == '\'') {
            int contraction = contractionEnd(chars, from + 1, to);
            if (contraction > 0) {
                return contraction;
            }
        }
        if (first == ' ' && from + 1 < to) {
            return endAfterSpace(chars, from + 1, to);
        }
        byte kind = classAt(chars, from, to);
        return kind == SPACE ? spacesEnd(chars, from, to, false) : runEnd(chars, from, to, kind);
    }

    /** The same for a word that begins with a space just before {@code from}. */
    static int endAfterSpace(char[] chars, int from, int to) {
        byte kind = classAt(chars, from, to);
        return kind == SPACE ? spacesEnd(chars, from, to, true) : runEnd(chars, from, to, kind);
    }

    /** Where {@code s}, {@code t}, {@code m}, {@code d}, {@code re}, {@code ve} or {@code ll} ends, or -1. */
    private static int contractionEnd(char[] chars, int from, int to) {
        if (from == to) {
            return -1;
        }
        char second = from + 1 < to ? chars[from + 1] : 0;
        return switch (chars[from]) {
            case 's', 't', 'm', 'd' -> from + 1;
            case 'r', 'v' -> second == 'e' ? from + 2 : -1;
            case 'l' -> second == 'l' ? from + 2 : -1;
            default -> -1;
        };
    }

    private static int runEnd(char[] chars, int from, int to, byte kind) {
        int i = from;
        while (i < to) {
            byte next = CLASSES[chars[i]];
            int width = 1;
            if (next == SURROGATE) {
                next = classOf(Character.codePointAt(chars, i, to));
                width = 2;
            }
            if (next != kind) {
                break;
            }
            i += width;
        }
        return i;
    }

    /** A run of spaces leaves its last one to a word that follows, if it has more than one. All of them are one unit. */
    private static int spacesEnd(char[] chars, int from, int to, boolean oneBefore) {
        int end = runEnd(chars, from, to, SPACE);
        boolean several = oneBefore || end - from > 1;
        return end < to && several ? end - 1 : end;
    }
}
