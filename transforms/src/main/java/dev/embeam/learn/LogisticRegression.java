package dev.embeam.learn;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Logistic regression with scikit-learn's settings of version 1.2: squared weights penalised with C = 1, intercepts not,
 * softmax over more than two classes and one function for two, found by L-BFGS from zero in at most 100 iterations or until
 * no part of the gradient is above 1e-4. Vectors are taken as they are.
 */
public final class LogisticRegression implements Classifier {
    private static final double PENALTY = 1;
    private static final double GRADIENT_TOLERANCE = 1e-4;
    private static final int MAX_ITERATIONS = 100;

    @Override
    public String name() {
        return "logreg";
    }

    @Override
    public Fitted fit(float[] vectors, int dim, int[] labels) {
        Points points = new Points(vectors, labels.length, dim);
        int[] classes = Arrays.stream(labels).distinct().sorted().toArray();
        if (classes.length < 2) {
            throw new IllegalArgumentException("all " + labels.length + " training vectors have class " + classes[0]
                    + "; expected two different classes at least");
        }
        Supplier<Link> link = classes.length == 2 ? Sigmoid::new : Softmax::new;
        int outputs = classes.length == 2 ? 1 : classes.length;
        int[] targets = Arrays.stream(labels)
                .map(label -> Arrays.binarySearch(classes, label))
                .toArray();
        LogisticLoss loss = new LogisticLoss(points, targets, outputs, link.get(), PENALTY);
        Minimum minimum = Lbfgs.minimize(loss, GRADIENT_TOLERANCE, MAX_ITERATIONS);
        return new Functions(LinearModel.of(minimum.point(), outputs, dim), classes, link, minimum.converged());
    }

    private record Functions(LinearModel model, int[] classes, Supplier<Link> link, boolean converged)
            implements Fitted {
        @Override
        public int[] predict(float[] vectors, int rows) {
            int[] predicted = new int[rows];
            if (rows == 0) {
                return predicted;
            }
            Points points = new Points(vectors, rows, model.dim());
            PointBlock block = new PointBlock(model.dim());
            double[][] scores = new double[model.outputs()][PointBlock.MAX_ROWS];
            Link best = link.get();
            for (int from = 0; from < rows; from += PointBlock.MAX_ROWS) {
                block.load(points, from);
                block.score(model.weights(), model.intercepts(), scores);
                for (int row = 0; row < block.count(); row++) {
                    predicted[from + row] = classes[best.best(scores, row)];
                }
            }
            return predicted;
        }
    }
}
