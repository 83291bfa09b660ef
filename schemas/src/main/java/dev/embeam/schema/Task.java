package dev.embeam.schema;

/** A kind of evaluation. */
public enum Task {
    /** Queries against a whole collection. */
    RETRIEVAL("Retrieval"),
    /** Queries against candidates of their own. */
    RERANKING("Reranking"),
    /** A classifier over vectors. */
    CLASSIFICATION("Classification"),
    /** Groups found in vectors against labels. */
    CLUSTERING("Clustering"),
    /** Similarity of two sentences against a judged degree. */
    STS("STS"),
    /** Similarity of two sentences against same or not. */
    PAIR_CLASSIFICATION("PairClassification");

    private final String label;

    Task(String label) {
        this.label = label;
    }

    /** The name as JMTEB writes it. */
    public String label() {
        return label;
    }

    /** The task of this name. */
    public static Task of(String label) {
        for (Task task : values()) {
            if (task.label.equals(label)) {
                return task;
            }
        }
        throw new IllegalArgumentException("task is \"" + label + "\"; expected one of JMTEB's: Retrieval, Reranking,"
                + " Classification, Clustering, STS, PairClassification");
    }
}
