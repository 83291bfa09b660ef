package dev.embeam.metric;

/** What JMTEB 1.3.3 does that others do not; each can be switched off by its name in kebab-case. */
public enum Quirk {
    /** Retrieval's ideal ranking holds all relevant documents, however small the cutoff. */
    IDEAL_NOT_CUT,
    /** Rankings are cut at the number of queries where that is below the cutoff. */
    CUT_AT_QUERIES,
    /** The Euclidean distance of sentence pairs (STS) is the Manhattan distance. */
    EUCLIDEAN_IS_MANHATTAN,
    /** Pair classification takes a low cosine for the same meaning. */
    REVERSED_PAIR_COSINE,
    /** Labels that are no numbers are numbered in each part of a data set by itself. */
    LABELS_BY_PART
}
