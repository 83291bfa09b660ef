package dev.embeam.metric;

/**
 * One over the first rank with a relevant document, 0 where the first {@code cutoff} ranks hold none. Without a cutoff it is
 * trec_eval's {@code recip_rank}.
 *
 * @param cutoff how many ranks count
 */
public record ReciprocalRank(int cutoff) implements RankingMeasure {
    /** Checks the cutoff. */
    public ReciprocalRank {
        RankingMeasure.checkCutoff(cutoff);
    }

    @Override
    public String name() {
        return RankingMeasure.name("mrr", cutoff);
    }

    @Override
    public double value(RankedGains ranked) {
        int rank = ranked.firstRelevant();
        return rank == 0 || rank > cutoff || ranked.relevant().length == 0 ? 0 : 1.0 / rank;
    }
}
