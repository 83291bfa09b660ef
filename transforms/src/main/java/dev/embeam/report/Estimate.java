package dev.embeam.report;

import dev.embeam.schema.Interval;
import dev.embeam.schema.MeasureValue;
import java.util.List;

/**
 * A score with its 95 % interval.
 *
 * @param value the score
 * @param confidence the interval
 */
record Estimate(double value, Interval confidence) {
    static Estimate of(MeasureValue measure) {
        return new Estimate(measure.value(), measure.confidence());
    }

    /**
     * The mean of several, at least one. Its interval takes the data sets as fixed and their errors as independent: each
     * side's distances are added in squares.
     */
    static Estimate mean(List<Estimate> estimates) {
        double sum = 0;
        double below = 0;
        double above = 0;
        for (Estimate estimate : estimates) {
            sum += estimate.value;
            below += square(estimate.value - estimate.confidence.low());
            above += square(estimate.confidence.high() - estimate.value);
        }
        int count = estimates.size();
        double mean = sum / count;
        return new Estimate(mean, new Interval(mean - Math.sqrt(below) / count, mean + Math.sqrt(above) / count));
    }

    private static double square(double value) {
        return value * value;
    }
}
