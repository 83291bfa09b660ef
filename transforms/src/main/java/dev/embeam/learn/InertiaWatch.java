package dev.embeam.learn;

/** Says when mini-batch k-means has stopped getting better: by the exponentially weighted mean of its batches' inertia. */
final class InertiaWatch {
    private static final int PATIENCE = 10;

    private final double share;
    private boolean first = true;
    private double smoothed = Double.NaN;
    private double least = Double.POSITIVE_INFINITY;
    private int withoutGain;

    InertiaWatch(int batch, int rows) {
        this.share = Math.min(1, 2.0 * batch / (rows + 1.0));
    }

    /** Takes the mean inertia of a batch. The first one counts for nothing, as it tells of the first centres alone. */
    boolean goesOn(double inertia) {
        if (first) {
            first = false;
            return true;
        }
        smoothed = Double.isNaN(smoothed) ? inertia : smoothed * (1 - share) + inertia * share;
        withoutGain = smoothed < least ? 0 : withoutGain + 1;
        least = Math.min(least, smoothed);
        return withoutGain < PATIENCE;
    }
}
