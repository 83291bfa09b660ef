package dev.embeam.learn;

/**
 * The interval in which a line search looks for its step: the best step so far and another end, once there is one. The next
 * trial is the minimum of a cubic or a quadratic through what is known (the four cases of More and Thuente 1994, section 4).
 */
final class StepInterval {
    private double best;
    private double bestValue;
    private double bestSlope;
    private double end;
    private double endValue;
    private double endSlope;
    private boolean bracketed;

    StepInterval(double value, double slope) {
        bestValue = value;
        bestSlope = slope;
        endValue = value;
        endSlope = slope;
    }

    boolean bracketed() {
        return bracketed;
    }

    double best() {
        return best;
    }

    double bestValue() {
        return bestValue;
    }

    double lower() {
        return Math.min(best, end);
    }

    double upper() {
        return Math.max(best, end);
    }

    double middle() {
        return best + 0.5 * (end - best);
    }

    /**
     * Takes what was found at a step and gives the next one.
     *
     * @param tilt slope of a line that is taken off all values, 0 for none
     */
    double next(double step, double value, double slope, double least, double most, double tilt) {
        tilt(-tilt);
        double next = safeguarded(step, value - tilt * step, slope - tilt, least, most);
        tilt(tilt);
        return next;
    }

    private void tilt(double slope) {
        bestValue += slope * best;
        endValue += slope * end;
        bestSlope += slope;
        endSlope += slope;
    }

    private double safeguarded(double step, double value, double slope, double least, double most) {
        double next;
        boolean turned = slope * Math.signum(bestSlope) < 0;
        if (value > bestValue) {
            next = higher(step, value, slope);
            bracketed = true;
        } else if (turned) {
            next = turned(step, value, slope);
            bracketed = true;
        } else if (Math.abs(slope) < Math.abs(bestSlope)) {
            next = flatter(step, value, slope, least, most);
        } else {
            next = steeper(step, value, slope, least, most);
        }
        update(step, value, slope, turned);
        return next;
    }

    private void update(double step, double value, double slope, boolean turned) {
        if (value > bestValue) {
            end = step;
            endValue = value;
            endSlope = slope;
            return;
        }
        if (turned) {
            end = best;
            endValue = bestValue;
            endSlope = bestSlope;
        }
        best = step;
        bestValue = value;
        bestSlope = slope;
    }

    /** A higher value: the minimum is between; the cubic's if it is nearer to the best step, else half way on. */
    private double higher(double step, double value, double slope) {
        double theta = 3 * (bestValue - value) / (step - best) + bestSlope + slope;
        double gamma = Math.copySign(gamma(theta, bestSlope, slope, false), step - best);
        double ratio = ((gamma - bestSlope) + theta) / (((gamma - bestSlope) + gamma) + slope);
        double cubic = best + ratio * (step - best);
        double fall = bestSlope / ((bestValue - value) / (step - best) + bestSlope) / 2;
        double quadratic = best + fall * (step - best);
        return Math.abs(cubic - best) < Math.abs(quadratic - best) ? cubic : cubic + (quadratic - cubic) / 2;
    }

    /** A lower value where the slope has turned: the minimum is between; the one farther from the step. */
    private double turned(double step, double value, double slope) {
        double cubic = cubicBackwards(step, value, slope);
        double secant = secant(step, slope);
        return Math.abs(cubic - step) > Math.abs(secant - step) ? cubic : secant;
    }

    /** A lower value and a flatter slope of the same sense: the cubic only if it points onwards. */
    private double flatter(double step, double value, double slope, double least, double most) {
        double cubic = cubicOnwards(step, value, slope, least, most);
        double secant = secant(step, slope);
        boolean cubicNearer = Math.abs(cubic - step) < Math.abs(secant - step);
        if (!bracketed) {
            return Math.max(least, Math.min(most, cubicNearer ? secant : cubic));
        }
        double next = cubicNearer ? cubic : secant;
        double limit = step + 0.66 * (end - step);
        return step > best ? Math.min(limit, next) : Math.max(limit, next);
    }

    private double cubicOnwards(double step, double value, double slope, double least, double most) {
        double theta = 3 * (bestValue - value) / (step - best) + bestSlope + slope;
        double gamma = Math.copySign(gamma(theta, bestSlope, slope, true), best - step);
        double ratio = ((gamma - slope) + theta) / ((gamma + (bestSlope - slope)) + gamma);
        if (ratio < 0 && gamma != 0) {
            return step + ratio * (best - step);
        }
        return step > best ? most : least;
    }

    /** A lower value and a slope no flatter: the cubic to the other end, or as far as may be. */
    private double steeper(double step, double value, double slope, double least, double most) {
        if (!bracketed) {
            return step > best ? most : least;
        }
        double theta = 3 * (value - endValue) / (end - step) + endSlope + slope;
        double gamma = Math.copySign(gamma(theta, endSlope, slope, false), end - step);
        double ratio = ((gamma - slope) + theta) / (((gamma - slope) + gamma) + endSlope);
        return step + ratio * (end - step);
    }

    private double cubicBackwards(double step, double value, double slope) {
        double theta = 3 * (bestValue - value) / (step - best) + bestSlope + slope;
        double gamma = Math.copySign(gamma(theta, bestSlope, slope, false), best - step);
        double ratio = ((gamma - slope) + theta) / (((gamma - slope) + gamma) + bestSlope);
        return step + ratio * (best - step);
    }

    private double secant(double step, double slope) {
        return step + slope / (slope - bestSlope) * (best - step);
    }

    /** The root of {@code theta^2 - a b}, scaled against overflow; 0 below 0 when {@code clipped}. */
    private static double gamma(double theta, double a, double b, boolean clipped) {
        double scale = Math.max(Math.abs(theta), Math.max(Math.abs(a), Math.abs(b)));
        double ratio = theta / scale;
        double square = ratio * ratio - (a / scale) * (b / scale);
        return scale * Math.sqrt(clipped ? Math.max(0, square) : square);
    }
}
