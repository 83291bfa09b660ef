package dev.embeam.metric;

/**
 * The share of the query's relevant documents that the first {@code cutoff} ranks hold; trec_eval's {@code recall}.
 *
 * @param cutoff how many ranks count
 */
public record Recall(int cutoff) implements RankingMeasure {
    /** Checks the cutoff. */
    public Recall {
        RankingMeasure.checkCutoff(cutoff);
    }

    @Override
    public String name() {
        return RankingMeasure.name("recall", cutoff);
    }

    @Override
    public double value(RankedGains ranked) {
        int relevant = ranked.relevant().length;
        return relevant == 0 ? 0 : (double) ranked.found(cutoff) / relevant;
    }
}
