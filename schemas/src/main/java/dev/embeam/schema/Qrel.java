package dev.embeam.schema;

import java.io.Serializable;

/**
 * A judgement of one document for one query.
 *
 * @param document id of the document
 * @param grade how relevant it is; 1 and above count as relevant, 0 and below do not
 */
public record Qrel(String document, int grade) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Whether the document counts as relevant. */
    public boolean relevant() {
        return grade > 0;
    }
}
