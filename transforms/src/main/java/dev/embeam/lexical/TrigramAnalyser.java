package dev.embeam.lexical;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Character trigrams: the text in Unicode's form NFKC, every code point in lower case ({@link Character#toLowerCase(int)}),
 * cut at white space into runs. A run of three or more code points gives each three that follow one another, as often as
 * they occur; a shorter run gives itself, so that a word of two characters still is a term. Punctuation is text like any
 * other. A text of white space has no terms.
 *
 * <p>This is Embeam's own rule. Other programs' trigrams differ (most keep white space inside a trigram), and so do their
 * scores.
 */
final class TrigramAnalyser implements TextAnalyser {
    private static final int SPAN = 3;

    private char[] text = new char[1024];
    private int length;

    @Override
    public void analyse(char[] chars, int from, int to, TermConsumer terms) {
        normalise(chars, from, to);
        int at = 0;
        while (at < length) {
            if (Character.isWhitespace(text[at])) {
                at++;
            } else {
                at = run(at, terms);
            }
        }
    }

    /** Gives the terms of the run that starts here, and where it ends. */
    private int run(int start, TermConsumer terms) {
        int first = start;
        int end = start;
        int points = 0;
        while (end < length && !Character.isWhitespace(text[end])) {
            end += width(end);
            points++;
            if (points >= SPAN) {
                terms.accept(text, first, end - first);
                first += width(first);
            }
        }
        if (points < SPAN) {
            terms.accept(text, start, end - start);
        }
        return end;
    }

    private int width(int at) {
        return at + 1 < length && Character.isSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
    }

    private void normalise(char[] chars, int from, int to) {
        if (text.length < to - from) {
            text = new char[Math.max(to - from, 2 * text.length)];
        }
        length = to - from;
        for (int i = 0; i < length; i++) {
            char folded = folded(chars[from + i]);
            if (folded == 0) {
                normaliseAny(new String(chars, from, to - from));
                return;
            }
            text[i] = folded;
        }
    }

    /**
     * What a character becomes where that does not depend on its neighbours, or 0. No character given here composes with a
     * following one that is given here, which is why a text of such characters alone needs no normaliser.
     */
    private static char folded(char unit) {
        if (unit < 0x80) {
            return unit >= 'A' && unit <= 'Z' ? (char) (unit + 0x20) : unit;
        }
        if (within(unit, 0x3041, 0x3096)
                || within(unit, 0x30a1, 0x30fe)
                || within(unit, 0x4e00, 0x9fff)
                || within(unit, 0x3001, 0x3029)) {
            return unit;
        }
        if (within(unit, 0xff01, 0xff5e)) {
            return folded((char) (unit - 0xfee0));
        }
        return unit == 0x3000 ? ' ' : 0;
    }

    private static boolean within(char unit, int first, int last) {
        return unit >= first && unit <= last;
    }

    private void normaliseAny(String original) {
        String normal = Normalizer.normalize(original, Normalizer.Form.NFKC);
        length = 0;
        for (int i = 0; i < normal.length(); ) {
            int point = normal.codePointAt(i);
            i += Character.charCount(point);
            append(Character.toLowerCase(point));
        }
    }

    private void append(int point) {
        if (text.length < length + 2) {
            text = Arrays.copyOf(text, 2 * text.length);
        }
        length += Character.toChars(point, text, length);
    }
}
