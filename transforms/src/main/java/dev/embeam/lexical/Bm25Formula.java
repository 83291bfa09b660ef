package dev.embeam.lexical;

/** The parts of BM25, in double precision. */
final class Bm25Formula {
    private Bm25Formula() {}

    /** Lucene's weight of a term: {@code ln(1 + (N - df + 0.5) / (df + 0.5))}, above 0 for any df up to N. */
    static double luceneIdf(long documents, long documentFrequency) {
        return Math.log(1 + (documents - documentFrequency + 0.5) / (documentFrequency + 0.5));
    }

    /** The weight of Robertson and Spärck Jones: {@code ln(N - df + 0.5) - ln(df + 0.5)}, below 0 where df is above N / 2. */
    static double robertsonIdf(long documents, long documentFrequency) {
        return Math.log(documents - documentFrequency + 0.5) - Math.log(documentFrequency + 0.5);
    }

    /** What is added to a term's count below the line: {@code k1 (1 - b + b · length / mean length)}. */
    static double saturation(double k1, double b, int length, double meanLength) {
        return k1 * (1 - b + b * length / meanLength);
    }

    /** How much a term's count says: {@code tf / (tf + saturation)}. */
    static double termPart(int count, double saturation) {
        return count / (count + saturation);
    }
}
