package dev.embeam.fasttext.document;

import dev.embeam.lexical.TextAnalyser;
import java.util.Arrays;

/** The words of one text with spaces between them, in a buffer that is used again. One thread's. */
final class SegmentedText {
    private final TextAnalyser analyser;
    private char[] chars = new char[1 << 10];
    private int length;

    SegmentedText(TextAnalyser analyser) {
        this.analyser = analyser;
    }

    /** Takes the words of {@code text[from, to)}. */
    void set(char[] text, int from, int to) {
        length = 0;
        analyser.analyse(text, from, to, this::add);
    }

    private void add(char[] word, int from, int wordLength) {
        int needed = Math.addExact(length, wordLength + 1);
        if (needed > chars.length) {
            chars = Arrays.copyOf(chars, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * needed));
        }
        if (length > 0) {
            chars[length++] = ' ';
        }
        System.arraycopy(word, from, chars, length, wordLength);
        length += wordLength;
    }

    /** The characters, of which the first {@link #length} count. */
    char[] chars() {
        return chars;
    }

    int length() {
        return length;
    }
}
