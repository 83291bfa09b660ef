package dev.embeam.metric;

/**
 * The hit rate under the name that JMTEB's retrieval gives it.
 *
 * @param cutoff how many ranks count
 */
public record Accuracy(int cutoff) implements RankingMeasure {
    /** Checks the cutoff. */
    public Accuracy {
        RankingMeasure.checkCutoff(cutoff);
    }

    @Override
    public String name() {
        return RankingMeasure.name("accuracy", cutoff);
    }

    @Override
    public double value(RankedGains ranked) {
        return new HitRate(cutoff).value(ranked);
    }
}
