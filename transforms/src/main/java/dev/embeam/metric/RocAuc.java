package dev.embeam.metric;

import java.util.stream.IntStream;

/**
 * The area under the curve of true against false positives: the chance that a positive row has a higher score than a negative
 * one, equal scores counted half. NaN where one side is missing.
 */
public final class RocAuc {
    private RocAuc() {}

    /** Of these scores, none of them NaN, and which rows are positive. */
    public static double of(double[] scores, boolean[] positive) {
        double[] ranks = RankOrder.of(scores).ranks();
        long positives =
                IntStream.range(0, ranks.length).filter(row -> positive[row]).count();
        long negatives = ranks.length - positives;
        double sum = 0;
        for (int row = 0; row < ranks.length; row++) {
            sum += positive[row] ? ranks[row] : 0;
        }
        // Mann and Whitney's U: the ranks of the positives, less those that they have among themselves.
        double won = sum - positives * (positives + 1) / 2.0;
        return positives == 0 || negatives == 0 ? Double.NaN : won / ((double) positives * negatives);
    }
}
