package dev.embeam.learn;

/** The last steps of a search and how the gradient changed with them: what L-BFGS knows of the curvature. */
final class Corrections {
    private final double[][] steps;
    private final double[][] changes;
    private final double[] products;
    private final double[] factors;
    private int count;
    private int next;
    private double scale = 1;

    Corrections(int arguments, int capacity) {
        this.steps = new double[capacity][arguments];
        this.changes = new double[capacity][arguments];
        this.products = new double[capacity];
        this.factors = new double[capacity];
    }

    boolean isEmpty() {
        return count == 0;
    }

    void clear() {
        count = 0;
        scale = 1;
    }

    /** Keeps a step in place of the oldest, unless the curvature along it is not clearly positive. */
    void add(double[] from, double[] gradient, double[] to, double[] nextGradient) {
        double[] step = steps[next];
        double[] change = changes[next];
        Vectors.subtract(to, from, step);
        Vectors.subtract(nextGradient, gradient, change);
        double product = Vectors.dot(step, change);
        if (product > -Math.ulp(1.0) * Vectors.dot(step, gradient)) {
            products[next] = product;
            scale = product / Vectors.dot(change, change);
            next = (next + 1) % steps.length;
            count = Math.min(count + 1, steps.length);
        } else if (count == steps.length) {
            // The slot written to held the oldest step, which is lost.
            count--;
        }
    }

    /** The way downhill: minus the inverse Hessian, as far as it is known, times the gradient (two loops). */
    void direction(double[] gradient, double[] direction) {
        System.arraycopy(gradient, 0, direction, 0, direction.length);
        for (int back = 1; back <= count; back++) {
            int at = Math.floorMod(next - back, steps.length);
            factors[at] = Vectors.dot(steps[at], direction) / products[at];
            Vectors.add(direction, -factors[at], changes[at]);
        }
        Vectors.scale(direction, scale);
        for (int back = count; back >= 1; back--) {
            int at = Math.floorMod(next - back, steps.length);
            double correction = Vectors.dot(changes[at], direction) / products[at];
            Vectors.add(direction, factors[at] - correction, steps[at]);
        }
        Vectors.scale(direction, -1);
    }
}
