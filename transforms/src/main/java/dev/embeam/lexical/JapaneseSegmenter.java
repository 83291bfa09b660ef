package dev.embeam.lexical;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;

/**
 * Cuts Japanese texts into words as they are written: Kuromoji with the IPA dictionary in its normal mode (compounds stay
 * whole), every character kept but white space. For one thread. Nothing is normalised, so the words joined give the text
 * again, without its white space.
 */
public final class JapaneseSegmenter implements TextAnalyser {
    private final LuceneAnalyser words = new LuceneAnalyser(new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new JapaneseTokenizer(null, false, JapaneseTokenizer.Mode.NORMAL));
        }
    });

    @Override
    public void analyse(char[] chars, int from, int to, TermConsumer terms) {
        words.analyse(chars, from, to, (word, start, length) -> {
            if (!isWhiteSpace(word, start, length)) {
                terms.accept(word, start, length);
            }
        });
    }

    private static boolean isWhiteSpace(char[] word, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (!Character.isWhitespace(word[i])) {
                return false;
            }
        }
        return true;
    }
}
