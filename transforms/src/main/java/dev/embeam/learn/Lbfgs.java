package dev.embeam.learn;

/**
 * Minimises by limited-memory BFGS (Liu and Nocedal 1989) with the settings and the stop rules of SciPy's L-BFGS-B without
 * bounds: ten corrections, More-Thuente line search of at most 20 trials, the first step of length one at most. Ends when
 * no part of the gradient is above {@code gradientTolerance}, when a step lowers the value by less than {@code 1e7} units
 * in the last place, or after {@code maxIterations}.
 */
final class Lbfgs {
    private static final int CORRECTIONS = 10;
    private static final int MAX_TRIALS = 20;
    private static final double VALUE_TOLERANCE = 1e7 * Math.ulp(1.0);

    private final Objective objective;
    private final double gradientTolerance;
    private final int maxIterations;
    private final Corrections corrections;
    private final double[] direction;
    private double[] point;
    private double[] gradient;
    private double[] nextPoint;
    private double[] nextGradient;
    private double value;
    private int iterations;

    private Lbfgs(Objective objective, double gradientTolerance, int maxIterations) {
        int n = objective.arguments();
        this.objective = objective;
        this.gradientTolerance = gradientTolerance;
        this.maxIterations = maxIterations;
        this.corrections = new Corrections(n, CORRECTIONS);
        this.direction = new double[n];
        this.point = new double[n];
        this.gradient = new double[n];
        this.nextPoint = new double[n];
        this.nextGradient = new double[n];
    }

    /** Searches from the origin. */
    static Minimum minimize(Objective objective, double gradientTolerance, int maxIterations) {
        return new Lbfgs(objective, gradientTolerance, maxIterations).run();
    }

    private Minimum run() {
        value = objective.at(point, gradient);
        boolean converged = Vectors.maxNorm(gradient) <= gradientTolerance;
        while (!converged && iterations < maxIterations) {
            double before = value;
            if (!descend()) {
                return minimum(false);
            }
            iterations++;
            converged = Vectors.maxNorm(gradient) <= gradientTolerance || flat(before);
        }
        return minimum(converged);
    }

    private Minimum minimum(boolean converged) {
        return new Minimum(point, value, iterations, converged);
    }

    private boolean flat(double before) {
        double scale = Math.max(1, Math.max(Math.abs(before), Math.abs(value)));
        return before - value <= VALUE_TOLERANCE * scale;
    }

    /** One step; forgets the corrections and tries along the gradient when their direction leads nowhere. */
    private boolean descend() {
        if (search()) {
            return true;
        }
        if (corrections.isEmpty()) {
            return false;
        }
        corrections.clear();
        return search();
    }

    private boolean search() {
        corrections.direction(gradient, direction);
        double slope = Vectors.dot(gradient, direction);
        if (!(slope < 0)) {
            return false;
        }
        double first = corrections.isEmpty() ? Math.min(1, 1 / Math.sqrt(Vectors.dot(direction, direction))) : 1;
        LineSearch line = new LineSearch(value, slope, first);
        for (int trial = 0; trial < MAX_TRIALS; trial++) {
            Vectors.step(point, line.step(), direction, nextPoint);
            double found = objective.at(nextPoint, nextGradient);
            if (line.accepts(found, Vectors.dot(nextGradient, direction))) {
                move(found);
                return true;
            }
        }
        return false;
    }

    private void move(double found) {
        corrections.add(point, gradient, nextPoint, nextGradient);
        double[] oldPoint = point;
        double[] oldGradient = gradient;
        point = nextPoint;
        gradient = nextGradient;
        value = found;
        nextPoint = oldPoint;
        nextGradient = oldGradient;
    }
}
