package dev.embeam.metric;

/**
 * Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002): the sum over the first {@code cutoff} ranks r of
 * gain / log2(r + 1), divided by the same sum of the ideal ranking, which holds all relevant documents of the query, found
 * or not, by falling grade. Documents that are not judged, or judged below 1, gain nothing. trec_eval's {@code ndcg_cut}
 * is linear gain with the ideal cut; JMTEB's retrieval is binary gain with the ideal not cut, so that a perfect list scores
 * below 1 where there are more relevant documents than ranks.
 *
 * @param cutoff how many ranks count
 * @param gain of a grade
 * @param idealCut whether the ideal ranking is cut too
 */
public record Ndcg(int cutoff, Gain gain, boolean idealCut) implements RankingMeasure {
    private static final double LN_2 = Math.log(2);

    /** Checks the cutoff. */
    public Ndcg {
        RankingMeasure.checkCutoff(cutoff);
    }

    @Override
    public String name() {
        return RankingMeasure.name(gain == Gain.EXPONENTIAL ? "ndcg_exp" : "ndcg", cutoff);
    }

    @Override
    public double value(RankedGains ranked) {
        double ideal = gained(ranked.relevant(), idealCut ? cutoff : NO_CUTOFF);
        return ideal == 0 ? 0 : gained(ranked.grades(), cutoff) / ideal;
    }

    private double gained(int[] grades, int depth) {
        double sum = 0;
        for (int i = 0; i < Math.min(depth, grades.length); i++) {
            sum += gain.of(grades[i]) * LN_2 / Math.log(i + 2.0);
        }
        return sum;
    }
}
