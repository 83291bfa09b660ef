package dev.embeam.metric;

/**
 * How good one query's ranking is, from 0 to 1. Every measure here grows, or stays, when a document moves before one of a
 * lower grade; a query without relevant documents has 0. Averaging over queries is no part of it.
 */
public interface RankingMeasure {
    /** A cutoff that cuts nothing. */
    int NO_CUTOFF = Integer.MAX_VALUE;

    /** The name without its profile: {@code ndcg@10}, or {@code map} where nothing is cut. */
    String name();

    /** How many ranks count. */
    int cutoff();

    /** The value for one ranking. */
    double value(RankedGains ranked);

    /** A name with its cutoff. */
    static String name(String stem, int cutoff) {
        return cutoff == NO_CUTOFF ? stem : stem + "@" + cutoff;
    }

    /** Checks a cutoff. */
    static void checkCutoff(int cutoff) {
        if (cutoff < 1) {
            throw new IllegalArgumentException("cutoff of a measure is " + cutoff + "; expected 1 or more");
        }
    }
}
