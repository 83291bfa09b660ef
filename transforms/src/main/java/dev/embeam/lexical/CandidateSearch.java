package dev.embeam.lexical;

import dev.embeam.schema.SearchCounts;
import dev.embeam.schema.SearchResult;
import dev.embeam.search.HitCollector;
import dev.embeam.search.JudgedDocuments;
import dev.embeam.search.JudgedScores;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores the candidates of queries by BM25, each query with its own candidates for a collection. Not thread-safe.
 *
 * <p>A score is the sum over the query's different terms, in the order of their numbers, of {@code times in the query · (idf
 * · term part)}, in double precision and rounded to float once. Every candidate that is in the collection gets its score, 0
 * where it holds none of the query's terms; those that hold one are hits too. Documents that a query judges without naming
 * them as candidates have no score. Of candidates with one id the first by contents (length, then counts of terms) stands
 * and the others count as repeated.
 */
public final class CandidateSearch {
    private final QueryTerms queries;
    private final Bm25Settings settings;
    private final JudgedDocuments candidates;
    private final HitCollector hits;
    private final JudgedScores scores;
    private long repeated;
    private long nanos;

    /** Nothing scored yet. */
    public CandidateSearch(CandidatePlan plan) {
        queries = plan.queries();
        settings = plan.settings();
        candidates = plan.candidates();
        hits = new HitCollector(queries.queries(), plan.depth());
        scores = new JudgedScores(candidates);
    }

    /** Scores all candidates of some queries, in any order; no candidate of these queries may come again. */
    public void addAll(Iterable<CandidateTerms> ofSomeQueries) {
        Map<Integer, List<CandidateTerms>> byQuery = new HashMap<>();
        ofSomeQueries.forEach(candidate -> byQuery.computeIfAbsent(candidate.query(), query -> new ArrayList<>())
                .add(candidate));
        byQuery.values().forEach(this::add);
    }

    private void add(List<CandidateTerms> ofOneQuery) {
        long start = System.nanoTime();
        List<CandidateTerms> distinct = distinct(ofOneQuery);
        score(distinct);
        nanos += System.nanoTime() - start;
    }

    private List<CandidateTerms> distinct(List<CandidateTerms> all) {
        List<CandidateTerms> distinct = new ArrayList<>();
        String last = null;
        for (CandidateTerms candidate :
                all.stream().sorted(CandidateTerms.ORDER).toList()) {
            if (candidate.document().equals(last)) {
                repeated++;
            } else {
                distinct.add(candidate);
            }
            last = candidate.document();
        }
        return distinct;
    }

    private void score(List<CandidateTerms> distinct) {
        CandidateStatistics statistics = CandidateStatistics.of(settings.variant(), distinct);
        for (CandidateTerms candidate : distinct) {
            float score = (float) score(candidate, statistics);
            scores.offer(pair(candidate), score);
            if (holdsAny(candidate)) {
                hits.offer(candidate.query(), score, candidate.document());
            }
        }
    }

    private double score(CandidateTerms candidate, CandidateStatistics statistics) {
        double saturation =
                Bm25Formula.saturation(settings.k1(), settings.b(), candidate.length(), statistics.meanLength());
        double gain = settings.variant() == Bm25Variant.OKAPI ? settings.k1() + 1 : 1;
        double sum = 0;
        for (int i = 0; i < candidate.counts().length; i++) {
            int count = candidate.counts()[i];
            if (count > 0) {
                double part = statistics.idf()[i] * gain * Bm25Formula.termPart(count, saturation);
                sum += queries.count(candidate.query(), i) * part;
            }
        }
        return sum;
    }

    private static boolean holdsAny(CandidateTerms candidate) {
        for (int count : candidate.counts()) {
            if (count > 0) {
                return true;
            }
        }
        return false;
    }

    private int pair(CandidateTerms candidate) {
        int document = candidates.find(candidate.document());
        if (document >= 0) {
            for (int pair = candidates.firstPair(document); pair < candidates.firstPair(document + 1); pair++) {
                if (candidates.query(pair) == candidate.query()) {
                    return pair;
                }
            }
        }
        throw new IllegalArgumentException(candidate + " is no candidate of that query");
    }

    /**
     * What has been scored so far; repeated ids are counted once for every query whose candidates they are. The other counts
     * are those of {@link CandidateCounting}, which sees a document once.
     */
    public SearchResult result() {
        return new SearchResult(hits.toBlock(), scores.toBlock(), new SearchCounts(0, 0, 0, repeated, 0, 0, 0, nanos));
    }
}
