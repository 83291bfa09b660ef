package dev.embeam.evaluation;

import dev.embeam.schema.Qrel;
import dev.embeam.schema.Query;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.RankingBlockBuilder;
import dev.embeam.schema.ScoredDocument;
import dev.embeam.schema.SearchCounts;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Queries and results made by hand. */
final class RankingFixtures {
    private RankingFixtures() {}

    /** A query of which these documents are relevant, with grade 1. */
    static Query query(String id, String... relevant) {
        return new Query(
                id,
                "text of " + id,
                Stream.of(relevant).map(d -> new Qrel(d, 1)).toList(),
                List.of());
    }

    static Query graded(String id, Map<String, Integer> grades) {
        return new Query(
                id,
                "text of " + id,
                grades.entrySet().stream()
                        .map(e -> new Qrel(e.getKey(), e.getValue()))
                        .toList(),
                List.of());
    }

    static Query candidates(Query query, String... candidates) {
        return new Query(query.id(), query.text(), query.qrels(), List.of(candidates));
    }

    static QuerySet set(Split split, Query... queries) {
        return new QuerySet(split, split.label() + ".jsonl", List.of(queries));
    }

    /** Documents with falling scores. */
    static List<ScoredDocument> falling(String... documents) {
        List<ScoredDocument> scored = new ArrayList<>();
        for (int i = 0; i < documents.length; i++) {
            scored.add(new ScoredDocument(documents[i], 1 - i / 100f));
        }
        return scored;
    }

    /** The result of a search over exactly these documents, one list for each query. */
    @SafeVarargs
    static SearchResult result(List<Query> queries, int depth, List<ScoredDocument>... found) {
        RankingBlockBuilder hits = new RankingBlockBuilder();
        RankingBlockBuilder judged = new RankingBlockBuilder();
        for (int i = 0; i < found.length; i++) {
            Set<String> named = new HashSet<>(queries.get(i).candidates());
            queries.get(i).qrels().forEach(qrel -> named.add(qrel.document()));
            hits.add(found[i], depth);
            judged.add(found[i].stream().filter(hit -> named.contains(hit.id())).toList());
        }
        long documents = Arrays.stream(found)
                .flatMap(List::stream)
                .map(ScoredDocument::id)
                .distinct()
                .count();
        return new SearchResult(hits.build(), judged.build(), new SearchCounts(documents, 0, 0, 0, 0, 0, 0, 0));
    }

    static List<Query> queries(QuerySet... sets) {
        return Stream.of(sets).flatMap(set -> set.queries().stream()).toList();
    }
}
