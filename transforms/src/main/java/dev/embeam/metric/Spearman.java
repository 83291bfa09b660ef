package dev.embeam.metric;

/**
 * Spearman's coefficient of correlation: {@link Pearson} of the average ranks, which is right with ties too. NaN where one
 * side is constant.
 */
public final class Spearman {
    private Spearman() {}

    /** Of these values, at least two of each, none of them NaN. */
    public static double of(double[] x, double[] y) {
        return Pearson.of(RankOrder.of(x).ranks(), RankOrder.of(y).ranks());
    }

    /**
     * Of a resample of rows.
     *
     * @param counts how often each row is in it
     */
    public static double of(RankOrder x, RankOrder y, int[] counts) {
        double[] ranksX = x.ranks(counts);
        double[] ranksY = y.ranks(counts);
        int rows = 0;
        for (int count : counts) {
            rows += count;
        }
        // The mean of ranks is known, ties or not.
        double mean = (rows + 1) / 2.0;
        double products = 0;
        double squaresX = 0;
        double squaresY = 0;
        for (int row = 0; row < counts.length; row++) {
            double dx = ranksX[row] - mean;
            double dy = ranksY[row] - mean;
            products += counts[row] * dx * dy;
            squaresX += counts[row] * dx * dx;
            squaresY += counts[row] * dy * dy;
        }
        return squaresX == 0 || squaresY == 0 ? Double.NaN : products / Math.sqrt(squaresX * squaresY);
    }
}
