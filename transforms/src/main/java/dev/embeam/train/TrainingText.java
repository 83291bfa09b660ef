package dev.embeam.train;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Cuts a text into the words a Unigram model sees, by the steps that {@link UnigramTokenizerJson} writes: Nmt, NFKC, lower
 * case a code point at a time, then each word with the Metaspace character before it. A surrogate without its partner
 * becomes a space. The tables of NFKC are those of the Java version, so that a compatibility character younger than Hugging
 * Face's tables may be counted under another form.
 */
final class TrainingText {
    /** U+2581, which stands for the space before a word. */
    static final char WORD_START = '\u2581';

    private static final Pattern NMT_REMOVED =
            Pattern.compile("[\\u0001-\\u0008\\u000B\\u000E-\\u001F\\u007F\\u008F\\u009F]");

    private static final Pattern NMT_SPACE =
            Pattern.compile("[\\u0009\\u000A\\u000C\\u000D\\u1680\\u200B-\\u200F\\u2028\\u2029"
                    + "\\u2581\\uFEFF\\uFFFD\\x{D800}-\\x{DFFF}]");

    private TrainingText() {}

    /** The words in their order; no word for the empty text. */
    static List<String> words(String text) {
        String normal = normalize(text);
        List<String> words = new ArrayList<>();
        int start = 0;
        while (start < normal.length()) {
            int space = normal.indexOf(' ', start + 1);
            int end = space < 0 ? normal.length() : space;
            int letters = normal.charAt(start) == ' ' ? start + 1 : start;
            words.add(WORD_START + normal.substring(letters, end));
            start = end;
        }
        return words;
    }

    private static String normalize(String text) {
        String clean =
                NMT_SPACE.matcher(NMT_REMOVED.matcher(text).replaceAll("")).replaceAll(" ");
        StringBuilder normal = new StringBuilder(clean.length());
        // Whole texts would be lowered by context: a sigma at the end of a word differs.
        Normalizer.normalize(clean, Normalizer.Form.NFKC)
                .codePoints()
                .forEach(c -> normal.append(Character.toString(c).toLowerCase(Locale.ROOT)));
        return normal.toString();
    }
}
