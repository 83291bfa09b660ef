package dev.embeam.metric;

/**
 * 1 where any of the first {@code cutoff} documents is relevant, else 0; ranx's {@code hit_rate}, trec_eval's {@code
 * success}.
 *
 * @param cutoff how many ranks count
 */
public record HitRate(int cutoff) implements RankingMeasure {
    /** Checks the cutoff. */
    public HitRate {
        RankingMeasure.checkCutoff(cutoff);
    }

    @Override
    public String name() {
        return RankingMeasure.name("hit_rate", cutoff);
    }

    @Override
    public double value(RankedGains ranked) {
        return ranked.relevant().length > 0 && ranked.found(cutoff) > 0 ? 1 : 0;
    }
}
