package dev.embeam.evaluation;

import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.Split;
import java.util.List;
import java.util.Optional;

/**
 * The queries of one part of the data set.
 *
 * @param queries in their order
 * @param from index of the first of them among the queries of all parts
 */
record RankingPart(List<JudgedQuery> queries, int from) {
    /** The part for this purpose, where there is one. */
    static Optional<RankingPart> find(List<QuerySet> sets, Split split) {
        int from = 0;
        RankingPart found = null;
        for (QuerySet set : sets) {
            if (set.split() == split) {
                if (found != null) {
                    throw new IllegalArgumentException("two query sets are for " + split.label()
                            + ", the second one is " + set.source() + "; expected one");
                }
                found = of(set, from);
            }
            from += set.size();
        }
        return Optional.ofNullable(found);
    }

    private static RankingPart of(QuerySet set, int from) {
        if (set.size() == 0) {
            throw new CorruptDataException(set.source(), "", "no query", "at least one");
        }
        return new RankingPart(set.queries().stream().map(JudgedQuery::of).toList(), from);
    }

    int size() {
        return queries.size();
    }

    List<String> ids() {
        return queries.stream().map(JudgedQuery::id).toList();
    }
}
