package dev.embeam.learn;

/** One function for two classes: the chance of the second is {@code 1 / (1 + exp(-score))}. */
final class Sigmoid implements Link {
    @Override
    public double loss(double[][] scores, int count, int[] targets, int from) {
        double sum = 0;
        double[] row = scores[0];
        for (int r = 0; r < count; r++) {
            double score = row[r];
            double small = Math.exp(-Math.abs(score));
            double chance = score >= 0 ? 1 / (1 + small) : small / (1 + small);
            int target = targets[from + r];
            sum += Math.log1p(small) + Math.max(score, 0) - target * score;
            row[r] = chance - target;
        }
        return sum;
    }

    @Override
    public int best(double[][] scores, int row) {
        return scores[0][row] > 0 ? 1 : 0;
    }
}
