package dev.embeam.lexical;

import java.io.Serializable;
import java.util.List;

/**
 * Texts as vectors of their weighted terms: the lexical baseline of tasks that need vectors. Nothing is learned but the
 * frequencies of terms.
 *
 * <p>A term of a text weighs as in BM25 (Lucene's form): {@code ln(1 + (N - df + 0.5) / (df + 0.5)) · tf / (tf + k1 (1 - b +
 * b · length / mean length))} with k1 = 1.2 and b = 0.75, where N, df and the mean length are those of the texts that were
 * fitted; a term that none of them holds has df = 0. With {@code h} the term's stable 64-bit hash, the weight is added to
 * column {@code (h >>> 1) mod columns}, negated where h is odd, in the order in which terms first occur and in double
 * precision; the row is then brought to length 1 and rounded to float once. A text without terms is a row of zeros. Terms
 * that share a column disturb one another, the less the more columns there are.
 *
 * <p>Safe for use by several threads.
 */
public final class LexicalVectors implements Serializable {
    /** Columns where nobody asks for another number. */
    public static final int DEFAULT_COLUMNS = 1024;

    private static final long serialVersionUID = 1L;

    private final Analysis analysis;
    private final int columns;
    private final HashCounts documentFrequencies;
    private final long texts;
    private final double meanLength;

    private LexicalVectors(
            Analysis analysis, int columns, HashCounts documentFrequencies, long texts, double meanLength) {
        this.analysis = analysis;
        this.columns = columns;
        this.documentFrequencies = documentFrequencies;
        this.texts = texts;
        this.meanLength = meanLength;
    }

    /**
     * Counts the terms of texts, as of a training part.
     *
     * @param texts may be empty: then all terms weigh alike but for how often they occur
     * @param columns width of the vectors, at least 1
     */
    public static LexicalVectors fit(List<String> texts, Analysis analysis, int columns) {
        if (columns < 1) {
            throw new IllegalArgumentException("lexical vectors have " + columns + " columns; expected 1 or more");
        }
        HashCounts documentFrequencies = new HashCounts();
        long length = 0;
        long filled = 0;
        TextTerms terms = new TextTerms(analysis);
        for (String text : texts) {
            terms.read(text);
            for (int i = 0; i < terms.counts().size(); i++) {
                documentFrequencies.add(terms.counts().hash(i));
            }
            length += terms.length();
            filled += terms.length() > 0 ? 1 : 0;
        }
        return new LexicalVectors(
                analysis, columns, documentFrequencies, filled, filled == 0 ? 1 : (double) length / filled);
    }

    /** Width of the vectors. */
    public int columns() {
        return columns;
    }

    /** One row of {@link #columns} numbers a text, row after row; every row has length 1 or is zero. */
    public float[] encode(List<String> batch) {
        float[] rows = new float[Math.multiplyExact(batch.size(), columns)];
        TextTerms terms = new TextTerms(analysis);
        double[] row = new double[columns];
        for (int i = 0; i < batch.size(); i++) {
            terms.read(batch.get(i));
            add(terms, row);
            moveNormalised(row, rows, i * columns);
        }
        return rows;
    }

    private void add(TextTerms terms, double[] row) {
        double saturation = Bm25Formula.saturation(1.2, 0.75, terms.length(), meanLength);
        for (int i = 0; i < terms.counts().size(); i++) {
            long hash = terms.counts().hash(i);
            double weight = Bm25Formula.luceneIdf(texts, documentFrequencies.get(hash))
                    * Bm25Formula.termPart(terms.counts().count(i), saturation);
            row[(int) ((hash >>> 1) % columns)] += (hash & 1) == 0 ? weight : -weight;
        }
    }

    /** Writes the row at length 1 and leaves zeros behind. */
    private static void moveNormalised(double[] row, float[] out, int at) {
        double squares = 0;
        for (double value : row) {
            squares += value * value;
        }
        double scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
        for (int j = 0; j < row.length; j++) {
            out[at + j] = (float) (row[j] * scale);
            row[j] = 0;
        }
    }
}
