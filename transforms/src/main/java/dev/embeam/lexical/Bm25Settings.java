package dev.embeam.lexical;

import java.io.Serializable;

/**
 * How BM25 scores.
 *
 * @param variant the formula
 * @param k1 how slowly a repeated term saturates, 0 or more
 * @param b how much length counts, 0 to 1
 * @param statistics which documents the weights rest on; {@link Bm25Variant#OKAPI} needs the mean weight of all terms that
 *     there are, which is known for {@link StatisticsOf#CANDIDATES} alone
 */
public record Bm25Settings(Bm25Variant variant, double k1, double b, StatisticsOf statistics) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double DEFAULT_B = 0.75;

    /** Lucene's formula and defaults over the whole collection. */
    public static final Bm25Settings DEFAULT = of(Bm25Variant.LUCENE, StatisticsOf.CORPUS);

    /** Checks the ranges. */
    public Bm25Settings {
        if (!(k1 >= 0 && k1 < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("BM25's k1 is " + k1 + "; expected 0 or more");
        }
        if (!(b >= 0 && b <= 1)) {
            throw new IllegalArgumentException("BM25's b is " + b + "; expected 0 to 1");
        }
        if (variant == Bm25Variant.OKAPI && statistics == StatisticsOf.CORPUS) {
            throw new IllegalArgumentException(
                    "BM25 variant OKAPI needs the mean weight of all terms, which a collection"
                            + " of any size does not keep; expected the statistics of each query's candidates, or variant LUCENE");
        }
    }

    /** With the variant's own k1 and b. */
    public static Bm25Settings of(Bm25Variant variant, StatisticsOf statistics) {
        return new Bm25Settings(variant, variant.defaultK1(), DEFAULT_B, statistics);
    }
}
