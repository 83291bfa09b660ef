package dev.embeam.evaluation;

import dev.embeam.metric.Profile;
import dev.embeam.metric.Quirk;
import dev.embeam.statistic.Bootstrap;
import dev.embeam.statistic.RandomisationTest;
import java.io.Serializable;
import java.util.Set;

/**
 * How scores are made.
 *
 * @param profile whose definitions are followed
 * @param quirks what is done as JMTEB does it
 * @param seed of resampling, and the first seed of whatever is random
 * @param seeds how many seeds a seeded winner is tried with, at least one
 * @param samples resamples behind an interval or a test of means, at least one; statistics that are no means take a tenth
 */
public record EvaluationRules(Profile profile, Set<Quirk> quirks, long seed, int seeds, int samples)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Checks the numbers. */
    public EvaluationRules {
        quirks = Set.copyOf(quirks);
        if (seeds < 1) {
            throw new IllegalArgumentException("seeds are " + seeds + "; expected 1 or more");
        }
        if (samples < 1) {
            throw new IllegalArgumentException("bootstrap samples are " + samples + "; expected 1 or more");
        }
    }

    /** Whether a quirk is on. */
    public boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    /** A measure's name with the profile. */
    String measure(String shortName) {
        return profile.label() + ":" + shortName;
    }

    /** Intervals of means. */
    Bootstrap means() {
        return new Bootstrap(samples, seed);
    }

    /** Intervals of other statistics. */
    Bootstrap statistics() {
        return new Bootstrap(fewer(), seed);
    }

    /** Tests of means. */
    RandomisationTest testOfMeans() {
        return new RandomisationTest(samples, seed);
    }

    /** Tests of other statistics. */
    RandomisationTest testOfStatistics() {
        return new RandomisationTest(fewer(), seed);
    }

    private int fewer() {
        return Math.max(1, samples / 10);
    }
}
