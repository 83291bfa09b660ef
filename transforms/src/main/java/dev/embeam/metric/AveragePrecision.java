package dev.embeam.metric;

/**
 * Average precision: the sum, over the ranks up to {@code cutoff} that hold a relevant document, of the share of relevant
 * documents up to there, divided by the number of relevant documents of the query, found or not. This is trec_eval's {@code
 * map_cut} and ranx's {@code map}. The capped variant, found in recommendation, divides by no more than the cutoff.
 *
 * @param cutoff how many ranks count
 * @param capped whether the divisor is at most the cutoff
 */
public record AveragePrecision(int cutoff, boolean capped) implements RankingMeasure {
    /** Checks the cutoff. */
    public AveragePrecision {
        RankingMeasure.checkCutoff(cutoff);
    }

    @Override
    public String name() {
        return RankingMeasure.name(capped ? "map_capped" : "map", cutoff);
    }

    @Override
    public double value(RankedGains ranked) {
        int relevant = ranked.relevant().length;
        return relevant == 0 ? 0 : precisions(ranked) / (capped ? Math.min(relevant, cutoff) : relevant);
    }

    private double precisions(RankedGains ranked) {
        int found = 0;
        double sum = 0;
        for (int rank = 1; rank <= ranked.depth(cutoff); rank++) {
            if (ranked.grades()[rank - 1] > 0) {
                sum += (double) ++found / rank;
            }
        }
        return sum;
    }
}
