package dev.embeam.lexical;

import dev.embeam.schema.Query;
import dev.embeam.schema.QuerySet;
import dev.embeam.search.JudgedDocuments;
import java.util.List;

/** The documents that queries name as candidates, without those that they only judge. */
public final class Candidates {
    private Candidates() {}

    /**
     * The candidates of these queries.
     *
     * @throws IllegalArgumentException if a query names none
     */
    public static JudgedDocuments of(List<QuerySet> sets) {
        return JudgedDocuments.of(sets.stream().map(Candidates::unjudged).toList());
    }

    private static QuerySet unjudged(QuerySet set) {
        return new QuerySet(
                set.split(),
                set.source(),
                set.queries().stream().map(query -> unjudged(set, query)).toList());
    }

    private static Query unjudged(QuerySet set, Query query) {
        if (query.candidates().isEmpty()) {
            throw new IllegalArgumentException(set.source() + ", query \"" + query.id() + "\": it names no candidates;"
                    + " expected at least one, or BM25 with the statistics of the whole collection");
        }
        return new Query(query.id(), query.text(), List.of(), query.candidates());
    }
}
