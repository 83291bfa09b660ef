package dev.embeam.schema;

import java.util.Arrays;

/**
 * How a score moves with the seed.
 *
 * @param seeds how many seeds
 * @param mean of the scores
 * @param deviation their standard deviation, of a sample; 0 for one seed
 * @param lowest the lowest
 * @param highest the highest
 */
public record Spread(int seeds, double mean, double deviation, double lowest, double highest) {
    /** The spread of these scores, one a seed, at least one. */
    public static Spread of(double... scores) {
        double mean = Arrays.stream(scores).sum() / scores.length;
        double squares = Arrays.stream(scores)
                .map(score -> (score - mean) * (score - mean))
                .sum();
        return new Spread(
                scores.length,
                mean,
                scores.length == 1 ? 0 : Math.sqrt(squares / (scores.length - 1)),
                Arrays.stream(scores).min().orElseThrow(),
                Arrays.stream(scores).max().orElseThrow());
    }
}
