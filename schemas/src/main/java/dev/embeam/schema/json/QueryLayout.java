package dev.embeam.schema.json;

/** The shapes in which data sets store queries and their judgements as JSON lines. */
public enum QueryLayout {
    /** JMTEB's retrieval: {@code query}, {@code relevant_docs} (a list of ids, or one id). */
    JMTEB_RETRIEVAL,
    /** JMTEB's reranking: {@code query}, {@code retrieved_docs}, {@code relevance_scores} of the same length. */
    JMTEB_RERANKING,
    /**
     * JQaRA: one row a candidate with {@code q_id}, {@code question}, {@code passage_row_id}, {@code label}; the rows, with
     * their {@code title} and {@code text}, are at the same time the documents. A document's id is its {@code
     * passage_row_id}, so the same file read as a collection with that field as its id gives the candidates.
     */
    JQARA,
    /** JaCWIR: {@code query}, {@code positive} (one id), {@code negatives} (a list of ids). */
    JACWIR,
    /** Only {@code query}, and an id; the judgements stand in a file of their own. */
    TEXT_ONLY
}
