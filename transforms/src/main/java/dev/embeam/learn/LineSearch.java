package dev.embeam.learn;

/**
 * How far to go along a direction, by More and Thuente (1994) as in MINPACK-2: a step that lowers the value enough and at
 * which the slope has become flat enough. The caller evaluates {@link #step} and tells {@link #accepts} what it found there.
 */
final class LineSearch {
    /** Part of the first slope by which the value must go down. */
    private static final double DECREASE = 1e-3;
    /** Part of the first slope that may be left. */
    private static final double CURVATURE = 0.9;
    /** Relative width at which an interval is not narrowed any more. */
    private static final double WIDTH_TOLERANCE = 0.1;

    private static final double MAX_STEP = 1e10;
    private static final double SHORTEST_EXTENSION = 1.1;
    private static final double LONGEST_EXTENSION = 4;
    private static final double SHRINKAGE = 0.66;

    private final double firstValue;
    private final double firstSlope;
    private final double requiredSlope;
    private final StepInterval interval;
    private double step;
    private double least;
    private double most;
    private double width = MAX_STEP;
    private double widthBefore = 2 * MAX_STEP;
    private boolean modified = true;

    LineSearch(double value, double slope, double firstStep) {
        this.firstValue = value;
        this.firstSlope = slope;
        this.requiredSlope = DECREASE * slope;
        this.interval = new StepInterval(value, slope);
        this.step = firstStep;
        this.most = firstStep * (1 + LONGEST_EXTENSION);
    }

    /** The step to try next. */
    double step() {
        return step;
    }

    /** Takes the value and the slope at the step; if it is not good enough, the next one is ready. */
    boolean accepts(double value, double slope) {
        double target = firstValue + step * requiredSlope;
        if (modified && value <= target && slope >= 0) {
            modified = false;
        }
        if (exhausted(value, slope, target) || (value <= target && Math.abs(slope) <= CURVATURE * -firstSlope)) {
            return true;
        }
        advance(value, slope, target);
        return false;
    }

    /** Whether no better step can be had: the interval is as narrow as it may be, or the step as long. */
    private boolean exhausted(double value, double slope, double target) {
        return narrow() || (step == MAX_STEP && value <= target && slope <= requiredSlope);
    }

    private boolean narrow() {
        return interval.bracketed() && (step <= least || step >= most || most - least <= WIDTH_TOLERANCE * most);
    }

    private void advance(double value, double slope, double target) {
        if (modified && value <= interval.bestValue() && value > target) {
            step = interval.next(step, value, slope, least, most, requiredSlope);
        } else {
            step = interval.next(step, value, slope, least, most, 0);
        }
        if (interval.bracketed()) {
            bisectIfTooWide();
            least = interval.lower();
            most = interval.upper();
        } else {
            least = step + SHORTEST_EXTENSION * (step - interval.best());
            most = step + LONGEST_EXTENSION * (step - interval.best());
        }
        step = Math.min(Math.max(step, 0), MAX_STEP);
        if (narrow()) {
            step = interval.best();
        }
    }

    private void bisectIfTooWide() {
        double now = interval.upper() - interval.lower();
        if (now >= SHRINKAGE * widthBefore) {
            step = interval.middle();
        }
        widthBefore = width;
        width = now;
    }
}
