package dev.embeam.lexical;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What BM25 needs to know of a collection, exact. A document counts as often as it is there, also where its id repeats.
 *
 * @param documents all documents
 * @param filled those that hold at least one term
 * @param length terms of all documents
 * @param documentFrequencies for each term of {@link QueryTerms}, how many documents hold it; the array belongs to the record
 */
public record CorpusStatistics(long documents, long filled, long length, long[] documentFrequencies)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Of no documents. */
    public static CorpusStatistics none(int terms) {
        return new CorpusStatistics(0, 0, 0, new long[terms]);
    }

    /** Terms of a document that holds any, on average; 1 where there is no such document. */
    public double meanLength() {
        return filled == 0 ? 1 : (double) length / filled;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CorpusStatistics that
                && documents == that.documents
                && filled == that.filled
                && length == that.length
                && Arrays.equals(documentFrequencies, that.documentFrequencies);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(length) + Arrays.hashCode(documentFrequencies);
    }

    @Override
    public String toString() {
        return "CorpusStatistics[" + documents + " documents, " + length + " terms]";
    }
}
