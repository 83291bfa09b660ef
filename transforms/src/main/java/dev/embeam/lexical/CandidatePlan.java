package dev.embeam.lexical;

import dev.embeam.schema.QuerySet;
import dev.embeam.search.JudgedDocuments;
import java.io.Serializable;
import java.util.List;

/**
 * BM25 of each query's candidates, with their own statistics.
 *
 * @param queries the queries' terms
 * @param settings how it scores, with the statistics of candidates
 * @param candidates the documents that queries name as candidates, and none that they only judge
 * @param depth hits kept for each query
 * @param system index of the system
 */
public record CandidatePlan(
        QueryTerms queries, Bm25Settings settings, JudgedDocuments candidates, int depth, int system)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Checks the combination. */
    public CandidatePlan {
        if (candidates.queries() != queries.queries()) {
            throw new IllegalArgumentException(
                    "there are terms of " + queries.queries() + " queries, but candidates of " + candidates.queries());
        }
        if (settings.statistics() != StatisticsOf.CANDIDATES) {
            throw new IllegalArgumentException("a search of candidates was given BM25 settings for the statistics of "
                    + settings.statistics() + "; expected " + StatisticsOf.CANDIDATES);
        }
        if (depth < 1) {
            throw new IllegalArgumentException("depth is " + depth + "; expected at least 1");
        }
    }

    /**
     * For the candidates of these queries.
     *
     * @throws IllegalArgumentException if a query names none
     */
    public static CandidatePlan of(
            List<QuerySet> sets, Analysis analysis, Bm25Settings settings, int depth, int system) {
        return new CandidatePlan(QueryTerms.of(sets, analysis), settings, Candidates.of(sets), depth, system);
    }
}
