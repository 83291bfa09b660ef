package dev.embeam.schema.json;

/**
 * Names of the fields of a query file.
 *
 * @param id of the query; where a layout lets it be absent, the query is called by its line: {@code q1}, {@code q2}, ...
 * @param text what is asked
 * @param documents ids of the documents: relevant ones, candidates, or the candidate of this row
 * @param grades their grades, in JaCWIR's layout the candidates that are not relevant; empty where there is no such field
 */
public record QueryFields(String id, String text, String documents, String grades) {
    /** The names that data sets of this layout use. */
    public static QueryFields of(QueryLayout layout) {
        return switch (layout) {
            case JMTEB_RETRIEVAL -> new QueryFields("qid", "query", "relevant_docs", "");
            case JMTEB_RERANKING -> new QueryFields("qid", "query", "retrieved_docs", "relevance_scores");
            case JQARA -> new QueryFields("q_id", "question", "passage_row_id", "label");
            case JACWIR -> new QueryFields("qid", "query", "positive", "negatives");
            case TEXT_ONLY -> new QueryFields("id", "text", "", "");
        };
    }

    /** The same with another id field. */
    public QueryFields withId(String name) {
        return new QueryFields(name, text, documents, grades);
    }

    /** The same with another text field. */
    public QueryFields withText(String name) {
        return new QueryFields(id, name, documents, grades);
    }

    /** The same with another field of documents. */
    public QueryFields withDocuments(String name) {
        return new QueryFields(id, text, name, grades);
    }

    /** The same with another field of grades. */
    public QueryFields withGrades(String name) {
        return new QueryFields(id, text, documents, name);
    }
}
