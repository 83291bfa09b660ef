package dev.embeam.fasttext.document;

import dev.embeam.lexical.JapaneseSegmenter;
import dev.embeam.lexical.TextAnalyser;
import java.util.Optional;

/** What cuts a text into words before fastText, which knows no other boundary of words than white space, sees it. */
public enum Segmenter {
    /** Nothing: texts have white space between words, or were cut before. */
    NONE,
    /** Lucene's Kuromoji, as {@link JapaneseSegmenter} says; its words are joined by spaces. */
    KUROMOJI;

    /** A segmenter for one thread, or nothing. */
    Optional<TextAnalyser> newAnalyser() {
        return this == KUROMOJI ? Optional.of(new JapaneseSegmenter()) : Optional.empty();
    }
}
