package dev.embeam.evaluation;

import dev.embeam.lexical.Analysis;
import dev.embeam.lexical.LexicalVectors;
import java.util.List;

/**
 * Texts to vectors of their weighted terms: the lexical baseline. The frequencies of terms are those of all texts of the data
 * set, of every part; labels have no say.
 *
 * @param analysis how texts are cut into terms
 * @param columns width of the vectors
 */
public record LexicalEncoding(Analysis analysis, int columns) implements TextEncoding {
    private static final long serialVersionUID = 1L;

    @Override
    public List<TextVectors> encode(List<String> texts) {
        float[] vectors = LexicalVectors.fit(texts, analysis, columns).encode(texts);
        return List.of(new TextVectors(texts.size(), columns, vectors));
    }
}
