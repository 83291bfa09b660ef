package dev.embeam.lexical;

import dev.embeam.schema.Query;
import dev.embeam.schema.QuerySet;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The terms of all queries, the only ones that a pass over a collection needs to keep. Terms are numbered in the order in
 * which the queries first hold them; a query's index is its place in the concatenation of all query sets. Immutable and
 * shared between threads.
 *
 * <p>A term and a query that holds it are a use; the uses of term {@code t} have the numbers {@code firstUse(t)} to {@code
 * firstUse(t + 1)} (end exclusive), in the order of their queries.
 */
public final class QueryTerms implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Analysis analysis;
    private final TermDictionary dictionary;
    private final int[][] termsOfQueries;
    private final int[][] countsOfQueries;
    private final int[] firstUses;
    private final int[] useQueries;
    private final int[] useCounts;

    private QueryTerms(Analysis analysis, TermDictionary dictionary, List<TreeMap<Integer, Integer>> queries) {
        this.analysis = analysis;
        this.dictionary = dictionary;
        termsOfQueries = queries.stream().map(query -> ints(query.keySet())).toArray(int[][]::new);
        countsOfQueries = queries.stream().map(query -> ints(query.values())).toArray(int[][]::new);
        firstUses = firstUses();
        useQueries = new int[firstUses[size()]];
        useCounts = new int[firstUses[size()]];
        fillUses();
    }

    /** The terms of these queries' texts. */
    public static QueryTerms of(List<QuerySet> sets, Analysis analysis) {
        TermDictionary dictionary = new TermDictionary();
        TextAnalyser analyser = analysis.newAnalyser();
        List<TreeMap<Integer, Integer>> queries = new ArrayList<>();
        for (QuerySet set : sets) {
            for (Query query : set.queries()) {
                TreeMap<Integer, Integer> counts = new TreeMap<>();
                analyser.analyse(
                        query.text(),
                        (chars, from, length) -> counts.merge(dictionary.add(chars, from, length), 1, Integer::sum));
                queries.add(counts);
            }
        }
        return new QueryTerms(analysis, dictionary, queries);
    }

    /** How texts are cut. */
    public Analysis analysis() {
        return analysis;
    }

    /** Number of different terms. */
    public int size() {
        return dictionary.size();
    }

    /** Number of queries, those without a term too. */
    public int queries() {
        return termsOfQueries.length;
    }

    /** The number of the term that stands at {@code chars[from] .. chars[from + length]}, or -1 where no query holds it. */
    public int find(char[] chars, int from, int length) {
        return dictionary.find(chars, from, length);
    }

    /** A term as a string. */
    public String term(int number) {
        return dictionary.term(number);
    }

    /** The first use of a term; of {@link #size()}, the end of the last. */
    public int firstUse(int term) {
        return firstUses[term];
    }

    /** The query of a use. */
    public int useQuery(int use) {
        return useQueries[use];
    }

    /** How often the query holds the term. */
    public int useCount(int use) {
        return useCounts[use];
    }

    /** How many different terms a query has. */
    int distinctTerms(int query) {
        return termsOfQueries[query].length;
    }

    /** The {@code i}-th term of a query, in the order of their numbers. */
    int term(int query, int i) {
        return termsOfQueries[query][i];
    }

    /** How often the query holds its {@code i}-th term. */
    int count(int query, int i) {
        return countsOfQueries[query][i];
    }

    private int[] firstUses() {
        int[] first = new int[size() + 1];
        for (int[] terms : termsOfQueries) {
            for (int term : terms) {
                first[term + 1]++;
            }
        }
        for (int term = 0; term < size(); term++) {
            first[term + 1] += first[term];
        }
        return first;
    }

    private void fillUses() {
        int[] next = firstUses.clone();
        for (int query = 0; query < queries(); query++) {
            for (int i = 0; i < distinctTerms(query); i++) {
                int use = next[term(query, i)]++;
                useQueries[use] = query;
                useCounts[use] = count(query, i);
            }
        }
    }

    private static int[] ints(Iterable<Integer> values) {
        List<Integer> list = new ArrayList<>();
        values.forEach(list::add);
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
