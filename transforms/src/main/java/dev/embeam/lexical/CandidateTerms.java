package dev.embeam.lexical;

import java.util.Arrays;
import java.util.Comparator;

/**
 * A candidate of a query as terms. The arrays belong to the record.
 *
 * @param query whose candidate it is
 * @param document id
 * @param length number of all terms
 * @param counts for each different term of the query, in the order of {@link QueryTerms}, how often the document holds it
 * @param hashes the {@link TermHash} of all different terms of the document, rising; empty where the variant needs none
 */
public record CandidateTerms(int query, String document, int length, int[] counts, long[] hashes) {
    /** A total order of the candidates of one query, by contents after the id. */
    static final Comparator<CandidateTerms> ORDER = Comparator.comparing(CandidateTerms::document)
            .thenComparingInt(CandidateTerms::length)
            .thenComparing(CandidateTerms::counts, Arrays::compare)
            .thenComparing(CandidateTerms::hashes, Arrays::compare);

    @Override
    public boolean equals(Object other) {
        return other instanceof CandidateTerms that && query == that.query && ORDER.compare(this, that) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * document.hashCode() + query;
    }

    @Override
    public String toString() {
        return "CandidateTerms[" + document + " of query " + query + ", " + length + " terms]";
    }
}
