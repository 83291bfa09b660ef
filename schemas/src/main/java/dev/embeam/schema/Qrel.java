package dev.embeam.schema;

/**
 * A judgement of one document for one query.
 *
 * @param document id of the document
 * @param grade how relevant it is; 1 and above count as relevant, 0 and below do not
 */
public record Qrel(String document, int grade) {
    /** Whether the document counts as relevant. */
    public boolean relevant() {
        return grade > 0;
    }
}
