package dev.embeam.metric;

/**
 * The share of relevant documents among the first {@code cutoff} ranks; ranks that a short list leaves empty count as not
 * relevant, as trec_eval's {@code P} has it. Times the cutoff it is ranx's {@code hits}.
 *
 * @param cutoff how many ranks count; there must be one
 */
public record PrecisionAt(int cutoff) implements RankingMeasure {
    /** Checks the cutoff. */
    public PrecisionAt {
        RankingMeasure.checkCutoff(cutoff);
        if (cutoff == NO_CUTOFF) {
            throw new IllegalArgumentException("precision has no cutoff; expected one, such as precision@10");
        }
    }

    @Override
    public String name() {
        return RankingMeasure.name("precision", cutoff);
    }

    @Override
    public double value(RankedGains ranked) {
        return ranked.relevant().length == 0 ? 0 : (double) ranked.found(cutoff) / cutoff;
    }
}
