package dev.embeam.train;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into the words a Unigram model sees: NFKC, lower case a code point at a time, then each word with the
 * Metaspace character before it. Control characters count as spaces. It follows the normalizer and pre-tokenizer that
 * {@link UnigramTokenizerJson} writes; what differs (a few control characters and newer compatibility forms) can only
 * shift a training count.
 */
final class TrainingText {
    /** U+2581, which stands for the space before a word. */
    static final char WORD_START = '\u2581';

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
        StringBuilder normal = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .map(c -> Character.isISOControl(c) || c == WORD_START ? ' ' : Character.toLowerCase(c))
                .forEach(normal::appendCodePoint);
        return normal.toString();
    }
}
