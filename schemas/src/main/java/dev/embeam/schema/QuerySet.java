package dev.embeam.schema;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The queries of one part of a data set.
 *
 * @param split what the part is for
 * @param source path of the file, for messages
 * @param queries in the order of the file, with ids that differ
 */
public record QuerySet(Split split, String source, List<Query> queries) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Checks that ids differ. */
    public QuerySet {
        queries = List.copyOf(queries);
        Set<String> seen = new HashSet<>();
        for (Query query : queries) {
            if (!seen.add(query.id())) {
                throw new CorruptDataException(
                        source, "", "query id \"" + query.id() + "\" twice", "ids that differ; rename one of them");
            }
        }
    }

    /** Number of queries. */
    public int size() {
        return queries.size();
    }
}
