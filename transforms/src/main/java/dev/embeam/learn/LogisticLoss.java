package dev.embeam.learn;

/**
 * What logistic regression makes small: the summed negative logarithms of the chances of the right classes, plus half the
 * penalty times the sum of squared weights. Intercepts are free. Goes through the points block by block, so that it needs
 * memory for one block only.
 */
final class LogisticLoss implements Objective {
    private final Points points;
    private final int[] targets;
    private final int outputs;
    private final Link link;
    private final double penalty;
    private final PointBlock block;
    private final double[][] scores;

    /**
     * The loss on some points.
     *
     * @param targets place of each point's class among all classes
     */
    LogisticLoss(Points points, int[] targets, int outputs, Link link, double penalty) {
        this.points = points;
        this.targets = targets;
        this.outputs = outputs;
        this.link = link;
        this.penalty = penalty;
        this.block = new PointBlock(points.dim());
        this.scores = new double[outputs][PointBlock.MAX_ROWS];
    }

    @Override
    public int arguments() {
        return LinearModel.arguments(outputs, points.dim());
    }

    @Override
    public double at(double[] arguments, double[] gradient) {
        LinearModel model = LinearModel.of(arguments, outputs, points.dim());
        LinearModel slopes = LinearModel.zero(outputs, points.dim());
        double loss = 0;
        for (int from = 0; from < points.rows(); from += PointBlock.MAX_ROWS) {
            block.load(points, from);
            block.score(model.weights(), model.intercepts(), scores);
            loss += link.loss(scores, block.count(), targets, from);
            block.addWeighted(scores, slopes.weights());
            addSums(slopes.intercepts());
        }
        for (int c = 0; c < outputs; c++) {
            Vectors.add(slopes.weights()[c], penalty, model.weights()[c]);
        }
        slopes.copyTo(gradient);
        return loss + 0.5 * penalty * model.squaredWeights();
    }

    private void addSums(double[] sums) {
        for (int c = 0; c < outputs; c++) {
            for (int r = 0; r < block.count(); r++) {
                sums[c] += scores[c][r];
            }
        }
    }
}
