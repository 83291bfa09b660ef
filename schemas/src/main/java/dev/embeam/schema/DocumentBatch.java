package dev.embeam.schema;

/**
 * Documents read together: the element that flows from {@code ReadDocuments}. A batch is bounded by count and by size, so
 * that no stage needs more memory for a larger collection.
 *
 * @param keys ids, origins and kept fields, and what failed beside them; there may be failures and no document
 * @param texts what is to be encoded, one text a document; empty texts are allowed, absent ones are not
 */
public record DocumentBatch(DocumentKeys keys, TextColumn texts) {
    /** Checks that there is one text a document. */
    public DocumentBatch {
        if (keys.size() != texts.size()) {
            throw new IllegalArgumentException("there are " + keys.size() + " ids, but " + texts.size() + " texts");
        }
    }

    /** Number of documents. */
    public int size() {
        return texts.size();
    }
}
