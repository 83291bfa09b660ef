package dev.embeam.evaluation;

/**
 * How a measure changed from one system to another.
 *
 * @param dataset task and name of the data set
 * @param measure name with its profile
 * @param before mean over queries of the first system
 * @param after mean of the second
 * @param adjusted p of the paired randomisation test, two-sided, after Holm's correction over all measures of all data sets
 */
public record MeasureChange(String dataset, String measure, double before, double after, double adjusted) {
    /** The level of significance. */
    public static final double LEVEL = 0.05;

    /** How much higher the second system is. */
    public double change() {
        return after - before;
    }

    /** Whether the second system is lower by more than this, and by more than chance. */
    public boolean fellBy(double drop) {
        return -change() > drop && adjusted < LEVEL;
    }
}
