package dev.embeam.schema.trec;

import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.Qrel;
import dev.embeam.schema.Query;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.Warning;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judgements. Lines are {@code query iteration document grade}; the iteration says nothing.
 *
 * @param source path of the file, for messages
 * @param grades by query id, then by document id, in the order of the file
 */
public record TrecQrels(String source, Map<String, Map<String, Integer>> grades) {
    private static final String COLUMNS = "query iteration document grade";

    /**
     * Reads judgements.
     *
     * @param in the lines, decompressed; not closed
     * @throws CorruptDataException when a line is malformed, or a document is judged twice for one query
     */
    public static TrecQrels read(InputStream in, String source) throws IOException {
        Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
        TrecLines.read(in, source, 4, COLUMNS, (columns, where) -> {
            Map<String, Integer> ofQuery = grades.computeIfAbsent(columns[0], unknown -> new LinkedHashMap<>());
            if (ofQuery.putIfAbsent(columns[2], grade(columns[3], source, where)) != null) {
                throw new CorruptDataException(
                        source,
                        where,
                        "document \"" + columns[2] + "\" judged a second time for query \"" + columns[0] + "\"",
                        "one judgement each; remove one of the lines");
            }
        });
        return new TrecQrels(source, grades);
    }

    private static int grade(String text, String source, String where) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new CorruptDataException(source, where, "grade \"" + text + "\"", "a whole number", e);
        }
    }

    /** The queries with these judgements in place of their own, without those that are not judged here. */
    public QuerySet judge(QuerySet set) {
        List<Query> judged = new ArrayList<>();
        for (Query query : set.queries()) {
            Map<String, Integer> ofQuery = grades.get(query.id());
            if (ofQuery != null) {
                judged.add(new Query(query.id(), query.text(), qrels(ofQuery), query.candidates()));
            }
        }
        return new QuerySet(set.split(), set.source(), judged);
    }

    private static List<Qrel> qrels(Map<String, Integer> ofQuery) {
        return ofQuery.entrySet().stream()
                .map(entry -> new Qrel(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Query ids that are in the judgements or in the query set alone; neither count in a mean. */
    public List<Warning> warnings(QuerySet set) {
        Set<String> known = set.queries().stream().map(Query::id).collect(Collectors.toSet());
        List<String> unknown =
                grades.keySet().stream().filter(id -> !known.contains(id)).toList();
        List<String> unjudged =
                known.stream().filter(id -> !grades.containsKey(id)).sorted().toList();
        List<Warning> warnings = new ArrayList<>();
        TrecLines.warn(
                warnings, source, "unknown-queries", unknown, "judged here are not in " + set.source() + "; left out");
        TrecLines.warn(
                warnings,
                source,
                "queries-without-judgements",
                unjudged,
                "of " + set.source() + " are not judged here; left out");
        return warnings;
    }

    /** The judgements of these queries as lines. */
    public static List<String> lines(List<Query> queries) {
        List<String> lines = new ArrayList<>();
        for (Query query : queries) {
            for (Qrel qrel : query.qrels()) {
                lines.add(
                        TrecLines.column(query.id()) + " 0 " + TrecLines.column(qrel.document()) + " " + qrel.grade());
            }
        }
        return lines;
    }
}
