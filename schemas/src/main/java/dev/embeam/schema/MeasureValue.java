package dev.embeam.schema;

import java.util.Optional;

/**
 * A measure of a system over a part of a data set.
 *
 * @param measure name with its profile: {@code trec:ndcg@10}
 * @param value the score, from 0 to 1 (correlations from -1)
 * @param confidence 95 % bootstrap interval over queries or rows
 * @param ties lowest and highest value over all orders of documents with equal scores; absent where no tie matters
 * @param seeds how the score moves with the seed; absent where nothing is random
 */
public record MeasureValue(
        String measure, double value, Interval confidence, Optional<Interval> ties, Optional<Spread> seeds) {
    /** A value that neither ties nor seeds move. */
    public static MeasureValue of(String measure, double value, Interval confidence) {
        return new MeasureValue(measure, value, confidence, Optional.empty(), Optional.empty());
    }

    /** The name without its profile, as JMTEB writes it: {@code ndcg@10}. */
    public String shortName() {
        return measure.substring(measure.indexOf(':') + 1);
    }
}
