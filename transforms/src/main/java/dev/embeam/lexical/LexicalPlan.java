package dev.embeam.lexical;

import dev.embeam.search.JudgedDocuments;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/**
 * What one pass of BM25 over a collection answers: the same search in each of several parts of it, each with its own
 * statistics.
 *
 * @param queries the queries' terms
 * @param settings how it scores, with the statistics of the collection
 * @param judged the documents that queries judge or name as candidates
 * @param shares parts of the collection, each above 0 and at most 1, the same nested subsets in which vectors are searched:
 *     chosen by a hash of the id, and every document that is relevant to any query in all of them
 * @param depth hits kept for each query
 * @param firstSystem index of the system of the first share; the others follow it in the order of the list
 */
public record LexicalPlan(
        QueryTerms queries,
        Bm25Settings settings,
        JudgedDocuments judged,
        List<Double> shares,
        int depth,
        int firstSystem)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Checks the combination. */
    public LexicalPlan {
        shares = List.copyOf(shares);
        if (judged.queries() != queries.queries()) {
            throw new IllegalArgumentException(
                    "there are terms of " + queries.queries() + " queries, but judgements of " + judged.queries());
        }
        if (settings.statistics() != StatisticsOf.CORPUS) {
            throw new IllegalArgumentException("a search of a collection was given BM25 settings for the statistics of "
                    + settings.statistics() + "; expected " + StatisticsOf.CORPUS);
        }
        if (shares.isEmpty() || new HashSet<>(shares).size() < shares.size()) {
            throw new IllegalArgumentException("shares are " + shares + "; expected at least one, each once");
        }
        for (double share : shares) {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("shares has " + share + "; expected above 0 and at most 1");
            }
        }
        if (depth < 1) {
            throw new IllegalArgumentException("depth is " + depth + "; expected at least 1");
        }
    }

    /** Searches the whole collection with Lucene's formula. */
    public static LexicalPlan of(QueryTerms queries, JudgedDocuments judged, int depth, int firstSystem) {
        return new LexicalPlan(queries, Bm25Settings.DEFAULT, judged, List.of(1.0), depth, firstSystem);
    }
}
