package dev.embeam.lexical;

/** Which BM25. A query's term counts as often as the query holds it; a term that no document holds adds nothing. */
public enum Bm25Variant {
    /**
     * As Lucene's {@code BM25Similarity}, but with exact lengths and in double precision: {@code idf = ln(1 + (N - df + 0.5) /
     * (df + 0.5))}, term part {@code tf / (tf + k1 (1 - b + b · length / mean length))}. As in Lucene, N and the mean length
     * are those of the documents that hold at least one term.
     */
    LUCENE(1.2),
    /**
     * As rank_bm25's {@code BM25Okapi}: {@code idf = ln(N - df + 0.5) - ln(df + 0.5)}, where negative replaced by a quarter
     * of the mean idf of all distinct terms (the mean of before the replacement); term part {@code tf (k1 + 1) / (tf + k1 (1 -
     * b + b · length / mean length))}. N and the mean length are those of all documents, empty ones too.
     */
    OKAPI(1.5);

    private final double defaultK1;

    Bm25Variant(double defaultK1) {
        this.defaultK1 = defaultK1;
    }

    /** The k1 of the program that this variant follows. */
    public double defaultK1() {
        return defaultK1;
    }
}
