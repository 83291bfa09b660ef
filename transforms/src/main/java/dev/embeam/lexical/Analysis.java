package dev.embeam.lexical;

import java.util.function.Supplier;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/**
 * How texts are cut into terms. MeCab with UniDic, which JQaRA's and JaCWIR's published BM25 figures rest on, is not among
 * them: no implementation of it for the JVM comes with a licence and size that fit, so those figures are not to be met to the
 * digit.
 */
public enum Analysis {
    /**
     * Lucene's {@code JapaneseAnalyzer} as it comes: Kuromoji with the IPA dictionary in its search mode (compounds are cut
     * into their parts), base forms, without particles, auxiliary verbs and stop words, full-width and half-width forms made
     * one, the mark of a long vowel cut from the end of long katakana words, lower case.
     */
    JAPANESE(() -> new LuceneAnalyser(new JapaneseAnalyzer())),
    /**
     * Lucene's {@code EnglishAnalyzer} as it comes: words by the Unicode rules, without possessives and stop words, lower
     * case, Porter's stems. A word of more than 255 characters is cut.
     */
    ENGLISH(() -> new LuceneAnalyser(new EnglishAnalyzer())),
    /**
     * Lucene's {@code StandardAnalyzer} as it comes: words by the Unicode rules (a kanji or a hiragana is a word), lower
     * case. A word of more than 255 characters is cut.
     */
    STANDARD(() -> new LuceneAnalyser(new StandardAnalyzer())),
    /** Character trigrams by the rule of {@link TrigramAnalyser}. */
    TRIGRAMS(TrigramAnalyser::new);

    @SuppressWarnings("ImmutableEnumChecker") // the suppliers hold nothing
    private final Supplier<TextAnalyser> analysers;

    Analysis(Supplier<TextAnalyser> analysers) {
        this.analysers = analysers;
    }

    /** An analyser for the thread that asks. */
    public TextAnalyser newAnalyser() {
        return analysers.get();
    }
}
