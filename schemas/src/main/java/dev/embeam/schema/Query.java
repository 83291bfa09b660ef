package dev.embeam.schema;

import java.io.Serializable;
import java.util.List;

/**
 * A query with its judgements.
 *
 * @param id unique among the queries of its set
 * @param text what is asked
 * @param qrels the judged documents, in the order of the file
 * @param candidates the documents to be ranked, in the order of the file; empty where the whole collection is
 */
public record Query(String id, String text, List<Qrel> qrels, List<String> candidates) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Copies the lists. */
    public Query {
        qrels = List.copyOf(qrels);
        candidates = List.copyOf(candidates);
    }

    /** How many judged documents are relevant. */
    public int relevant() {
        return (int) qrels.stream().filter(Qrel::relevant).count();
    }
}
