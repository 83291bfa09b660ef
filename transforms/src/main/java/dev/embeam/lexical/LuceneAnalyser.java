package dev.embeam.lexical;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** An analyser of Lucene. Its chain of filters is built once and reused, and terms are handed on in its own buffer. */
final class LuceneAnalyser implements TextAnalyser {
    private final Analyzer analyzer;
    private final CharsReader reader = new CharsReader();

    LuceneAnalyser(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    @Override
    public void analyse(char[] chars, int from, int to, TermConsumer terms) {
        reader.restart(chars, from, to);
        try (TokenStream stream = analyzer.tokenStream("", reader)) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (term.length() > 0) {
                    terms.accept(term.buffer(), 0, term.length());
                }
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("characters in memory could not be read", impossible);
        }
    }
}
