package dev.embeam.lexical;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.SearchCounts;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.TextColumn;
import dev.embeam.search.JudgedDocuments;
import dev.embeam.search.SearchResults;
import java.util.Arrays;
import java.util.function.Consumer;

/** Finds the candidates of queries among documents, and their terms. For one thread. */
public final class CandidateCounting {
    private static final long[] NONE = {};

    private final QueryTerms queries;
    private final JudgedDocuments candidates;
    private final boolean allTerms;
    private final TextAnalyser analyser;
    private final TermConsumer consumer = this::count;
    private final HashCounts hashes = new HashCounts();
    private final int[] countOf;
    private final SearchResult nothing;
    private int[] occurrences = new int[256];
    private int occurrenceCount;
    private int length;
    private long documents;
    private long analysed;
    private long empty;
    private long failures;
    private long nanos;

    /** For the queries of a plan. All terms of a candidate are kept only where the variant needs them. */
    public CandidateCounting(CandidatePlan plan) {
        queries = plan.queries();
        candidates = plan.candidates();
        allTerms = plan.settings().variant() == Bm25Variant.OKAPI;
        analyser = queries.analysis().newAnalyser();
        countOf = new int[queries.size()];
        nothing = SearchResults.none(queries.queries());
    }

    /** Gives each candidate of a batch once for every query that names it. Other documents are not analysed. */
    public void count(DocumentBatch batch, Consumer<CandidateTerms> out) {
        TextColumn ids = batch.keys().ids();
        documents += batch.size();
        failures += batch.keys().failures().size();
        for (int row = 0; row < batch.size(); row++) {
            int document = candidates.find(ids, row);
            if (document >= 0) {
                long start = System.nanoTime();
                read(batch.texts(), row);
                nanos += System.nanoTime() - start;
                analysed++;
                empty += length == 0 ? 1 : 0;
                give(document, out);
                forget();
            }
        }
    }

    private void give(int document, Consumer<CandidateTerms> out) {
        long[] distinct = allTerms ? sortedHashes() : NONE;
        for (int pair = candidates.firstPair(document); pair < candidates.firstPair(document + 1); pair++) {
            int query = candidates.query(pair);
            out.accept(new CandidateTerms(query, candidates.id(document), length, countsOf(query), distinct));
        }
    }

    /**
     * What was met since the last call, to be added to what {@link CandidateSearch} finds: all documents; of candidates,
     * each once, those that were analysed and those among them without a term, which count as documents without a direction.
     */
    public SearchResult takeCounts() {
        SearchCounts counts = new SearchCounts(documents, empty, 0, 0, failures, analysed, nanos, 0);
        documents = 0;
        empty = 0;
        failures = 0;
        analysed = 0;
        nanos = 0;
        return new SearchResult(nothing.hits(), nothing.judged(), counts);
    }

    private void read(TextColumn texts, int row) {
        analyser.analyse(texts.chars(), texts.offsets()[row], texts.offsets()[row + 1], consumer);
    }

    private void count(char[] chars, int from, int characters) {
        length++;
        if (allTerms) {
            hashes.add(TermHash.of(chars, from, characters));
        }
        int term = queries.find(chars, from, characters);
        if (term >= 0 && countOf[term]++ == 0) {
            if (occurrenceCount == occurrences.length) {
                occurrences = Arrays.copyOf(occurrences, 2 * occurrenceCount);
            }
            occurrences[occurrenceCount++] = term;
        }
    }

    private long[] sortedHashes() {
        long[] sorted = hashes.hashes();
        Arrays.sort(sorted);
        return sorted;
    }

    private int[] countsOf(int query) {
        int[] counts = new int[queries.distinctTerms(query)];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = countOf[queries.term(query, i)];
        }
        return counts;
    }

    private void forget() {
        for (int i = 0; i < occurrenceCount; i++) {
            countOf[occurrences[i]] = 0;
        }
        occurrenceCount = 0;
        length = 0;
        hashes.clear();
    }
}
