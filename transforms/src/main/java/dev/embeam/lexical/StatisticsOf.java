package dev.embeam.lexical;

/** The documents whose number, lengths and terms BM25's weights rest on. */
public enum StatisticsOf {
    /** The whole collection that is searched. */
    CORPUS,
    /** The candidates of the query that is scored, as if each query had a collection of its own (JQaRA, JaCWIR). */
    CANDIDATES
}
