package dev.embeam.learn;

/** One function a class: the chance of a class is {@code exp(score)} over the sum of all classes' {@code exp(score)}. */
final class Softmax implements Link {
    private final double[] greatest = new double[PointBlock.MAX_ROWS];
    private final double[] sums = new double[PointBlock.MAX_ROWS];

    @Override
    public double loss(double[][] scores, int count, int[] targets, int from) {
        findGreatest(scores, count);
        double loss = 0;
        for (int r = 0; r < count; r++) {
            loss += greatest[r] - scores[targets[from + r]][r];
            sums[r] = 0;
        }
        for (double[] row : scores) {
            exponentiate(row, count);
        }
        for (int r = 0; r < count; r++) {
            loss += Math.log(sums[r]);
            sums[r] = 1 / sums[r];
        }
        for (double[] row : scores) {
            scale(row, count);
        }
        for (int r = 0; r < count; r++) {
            scores[targets[from + r]][r] -= 1;
        }
        return loss;
    }

    private void findGreatest(double[][] scores, int count) {
        System.arraycopy(scores[0], 0, greatest, 0, count);
        for (double[] row : scores) {
            for (int r = 0; r < count; r++) {
                greatest[r] = Math.max(greatest[r], row[r]);
            }
        }
    }

    private void exponentiate(double[] row, int count) {
        for (int r = 0; r < count; r++) {
            double power = Math.exp(row[r] - greatest[r]);
            row[r] = power;
            sums[r] += power;
        }
    }

    private void scale(double[] row, int count) {
        for (int r = 0; r < count; r++) {
            row[r] *= sums[r];
        }
    }

    @Override
    public int best(double[][] scores, int row) {
        int best = 0;
        for (int c = 1; c < scores.length; c++) {
            if (scores[c][row] > scores[best][row]) {
                best = c;
            }
        }
        return best;
    }
}
