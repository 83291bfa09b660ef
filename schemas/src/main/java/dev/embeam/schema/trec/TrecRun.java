package dev.embeam.schema.trec;

import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.Qrel;
import dev.embeam.schema.Query;
import dev.embeam.schema.RankingBlock;
import dev.embeam.schema.RankingBlockBuilder;
import dev.embeam.schema.ScoredDocument;
import dev.embeam.schema.SearchCounts;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.Warning;
import java.io.IOException;
import java.io.InputStream;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A run: what some system found for each query. Lines are {@code query Q0 document rank score tag}; as for trec_eval the
 * rank and the order of the lines say nothing, the score alone does.
 *
 * @param source path of the file, for messages
 * @param scores by query id, then by document id, in the order of the file
 */
public record TrecRun(String source, Map<String, Map<String, Double>> scores) {
    private static final String COLUMNS = "query Q0 document rank score tag";

    /**
     * Reads a run.
     *
     * @param in the lines, decompressed; not closed
     * @throws CorruptDataException when a line is malformed, or a document comes twice for one query
     */
    public static TrecRun read(InputStream in, String source) throws IOException {
        Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
        TrecLines.read(in, source, 6, COLUMNS, (columns, where) -> {
            double score = TrecLines.number(columns[4], source, where);
            Map<String, Double> ofQuery = scores.computeIfAbsent(columns[0], unknown -> new LinkedHashMap<>());
            if (ofQuery.putIfAbsent(columns[2], score) != null) {
                throw new CorruptDataException(
                        source,
                        where,
                        "document \"" + columns[2] + "\" a second time for query \"" + columns[0] + "\"",
                        "each document once; remove one of the lines");
            }
        });
        return new TrecRun(source, scores);
    }

    /**
     * The run as the result of a search: all documents of the run are hits, those among them that a query judges or names
     * are also its judged ones. A query that the run lacks has no hits. How large the collection is, a run does not say:
     * the count of documents is 0.
     *
     * @param queries of all parts of the data set, in their order
     * @param rule how scores are compared. Rankings hold floats; under {@link ScoreRule#DOUBLE} scores that only doubles
     *     keep apart are set apart by the smallest step of a float
     */
    public SearchResult result(List<Query> queries, ScoreRule rule) {
        RankingBlockBuilder hits = new RankingBlockBuilder();
        RankingBlockBuilder judged = new RankingBlockBuilder();
        for (Query query : queries) {
            List<ScoredDocument> found = found(query.id(), rule);
            Set<String> named = named(query);
            hits.add(found);
            judged.add(found.stream().filter(hit -> named.contains(hit.id())).toList());
        }
        return new SearchResult(hits.build(), judged.build(), SearchCounts.NONE);
    }

    /** What is odd about this run for these queries: query ids on one side only. */
    public List<Warning> warnings(List<Query> queries) {
        Set<String> known = queries.stream().map(Query::id).collect(Collectors.toSet());
        List<Warning> warnings = new ArrayList<>();
        TrecLines.warn(
                warnings,
                source,
                "unknown-queries",
                without(scores.keySet(), known),
                "of the run are not in the query set; left out");
        TrecLines.warn(
                warnings,
                source,
                "queries-without-hits",
                without(known, scores.keySet()),
                "are not in the run; they count as 0");
        return warnings;
    }

    private static List<String> without(Collection<String> ids, Set<String> others) {
        return ids.stream().filter(id -> !others.contains(id)).sorted().toList();
    }

    private static Set<String> named(Query query) {
        Set<String> named = query.qrels().stream().map(Qrel::document).collect(Collectors.toCollection(HashSet::new));
        named.addAll(query.candidates());
        return named;
    }

    private List<ScoredDocument> found(String query, ScoreRule rule) {
        Map<String, Double> ofQuery = scores.getOrDefault(query, Map.of());
        return rule == ScoreRule.FLOAT ? rounded(ofQuery) : keptApart(ofQuery);
    }

    private static List<ScoredDocument> rounded(Map<String, Double> scores) {
        return scores.entrySet().stream()
                .map(entry ->
                        new ScoredDocument(entry.getKey(), entry.getValue().floatValue()))
                .toList();
    }

    private static List<ScoredDocument> keptApart(Map<String, Double> scores) {
        List<ScoredDocument> found = new ArrayList<>(scores.size());
        double before = Double.NEGATIVE_INFINITY;
        float floatBefore = Float.NEGATIVE_INFINITY;
        for (Map.Entry<String, Double> entry : scores.entrySet().stream()
                .sorted(Comparator.comparingDouble(Map.Entry::getValue))
                .toList()) {
            double score = entry.getValue();
            float rounded = (float) score;
            floatBefore = score > before ? Math.max(rounded, Math.nextUp(floatBefore)) : floatBefore;
            found.add(new ScoredDocument(entry.getKey(), floatBefore));
            before = score;
        }
        return found;
    }

    /**
     * The lines of a run. Scores are written so that they read back as the same floats; white space in an id, which would
     * end its column, becomes an underscore. A line is made when it is asked for.
     *
     * @param queries ids of the queries to write, one for each query of {@code hits} from {@code from} on
     * @param hits the rankings
     * @param from the first query to write
     * @param tag name of the run
     */
    public static List<String> lines(List<String> queries, RankingBlock hits, int from, String tag) {
        return new Lines(queries, hits, from, TrecLines.column(tag));
    }

    /** Lines that are made when they are asked for: those of many systems together may not fit into memory. */
    private static final class Lines extends AbstractList<String> implements RandomAccess {
        private final List<String> queries;
        private final RankingBlock hits;
        private final int from;
        private final String tag;

        Lines(List<String> queries, RankingBlock hits, int from, String tag) {
            this.queries = queries;
            this.hits = hits;
            this.from = from;
            this.tag = tag;
        }

        @Override
        public int size() {
            return hits.offsets()[from + queries.size()] - hits.offsets()[from];
        }

        @Override
        public String get(int index) {
            int hit = hits.offsets()[from] + Objects.checkIndex(index, size());
            int query = queryOf(hit);
            return TrecLines.column(queries.get(query - from)) + " Q0 "
                    + TrecLines.column(hits.documents().get(hit)) + " " + (hit - hits.offsets()[query] + 1) + " "
                    + hits.scores()[hit] + " " + tag;
        }

        /** The last query whose hits do not begin behind this one. */
        private int queryOf(int hit) {
            int low = from;
            int high = from + queries.size() - 1;
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                if (hits.offsets()[middle] <= hit) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return low;
        }
    }
}
