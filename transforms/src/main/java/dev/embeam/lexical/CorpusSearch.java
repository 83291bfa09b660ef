package dev.embeam.lexical;

import dev.embeam.schema.SearchCounts;
import dev.embeam.schema.SearchResult;
import dev.embeam.search.HitCollector;
import dev.embeam.search.JudgedDocuments;
import dev.embeam.search.JudgedScores;

/**
 * Scores documents for all queries by BM25 with the statistics of a collection. Not thread-safe.
 *
 * <p>A score is the sum over the query's different terms, in the order of their numbers, of {@code times in the query ·
 * (idf · term part)}, in double precision and rounded to float once: it depends on the query, the document and the
 * statistics, not on batches. A document that holds none of a query's terms is no hit for it; where the query judges it or
 * names it as a candidate, its score is 0.
 *
 * <p>Documents are scored from their terms: each term of a document reaches the queries that hold it and no others.
 */
final class CorpusSearch {
    private final QueryTerms queries;
    private final Bm25Settings settings;
    private final JudgedDocuments judged;
    private final HitCollector hits;
    private final JudgedScores judgedScores;
    private final double[] weights;
    private final double meanLength;

    private final double[] scores;
    /** The document whose score a query's entry of {@code scores} is. */
    private final long[] scoredFor;

    private final int[] touched;
    private int touchedSize;
    private long documents;
    private long empty;
    private long failures;
    private long analyseNanos;
    private long searchNanos;

    /**
     * Nothing found yet.
     *
     * @param depth most hits of a query
     */
    CorpusSearch(
            QueryTerms queries, Bm25Settings settings, CorpusStatistics statistics, JudgedDocuments judged, int depth) {
        this.queries = queries;
        this.settings = settings;
        this.judged = judged;
        hits = new HitCollector(queries.queries(), depth);
        judgedScores = new JudgedScores(judged);
        weights = weights(statistics);
        meanLength = statistics.meanLength();
        scores = new double[queries.queries()];
        scoredFor = new long[queries.queries()];
        touched = new int[queries.queries()];
    }

    private static double[] weights(CorpusStatistics statistics) {
        double[] weights = new double[statistics.documentFrequencies().length];
        for (int term = 0; term < weights.length; term++) {
            weights[term] =
                    Bm25Formula.luceneIdf(statistics.filled(), statistics.documentFrequencies()[term]);
        }
        return weights;
    }

    /** Searches one document of a batch. */
    void add(TermBatch batch, int row) {
        documents++;
        empty += batch.lengths()[row] == 0 ? 1 : 0;
        touchedSize = 0;
        score(batch, row);
        for (int i = 0; i < touchedSize; i++) {
            int query = touched[i];
            float score = (float) scores[query];
            if (score >= hits.threshold(query)) {
                hits.offer(query, score, batch.ids(), row);
            }
        }
        judge(batch, row);
    }

    /** Takes note of records that are no documents. */
    void addFailures(int records) {
        failures += records;
    }

    /** Takes note of time spent on documents that were added. */
    void addTime(long analysing, long searching) {
        analyseNanos += analysing;
        searchNanos += searching;
    }

    private void score(TermBatch batch, int row) {
        double saturation = Bm25Formula.saturation(settings.k1(), settings.b(), batch.lengths()[row], meanLength);
        for (int i = batch.offsets()[row]; i < batch.offsets()[row + 1]; i++) {
            int term = batch.terms()[i];
            double part = weights[term] * Bm25Formula.termPart(batch.counts()[i], saturation);
            int end = queries.firstUse(term + 1);
            for (int use = queries.firstUse(term); use < end; use++) {
                add(queries.useQuery(use), queries.useCount(use) * part);
            }
        }
    }

    private void add(int query, double part) {
        if (scoredFor[query] != documents) {
            scoredFor[query] = documents;
            scores[query] = 0;
            touched[touchedSize++] = query;
        }
        scores[query] += part;
    }

    private void judge(TermBatch batch, int row) {
        int document = judged.find(batch.ids(), row);
        if (document >= 0) {
            for (int pair = judged.firstPair(document); pair < judged.firstPair(document + 1); pair++) {
                int query = judged.query(pair);
                judgedScores.offer(pair, scoredFor[query] == documents ? (float) scores[query] : 0);
            }
        }
    }

    /** What has been found so far. Texts without a term count as documents without a direction. */
    SearchResult result() {
        long repeated = hits.repeatedIds() + judgedScores.repeatedIds();
        return new SearchResult(
                hits.toBlock(),
                judgedScores.toBlock(),
                new SearchCounts(documents, empty, 0, repeated, failures, documents, analyseNanos, searchNanos));
    }
}
