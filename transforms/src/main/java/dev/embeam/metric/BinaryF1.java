package dev.embeam.metric;

/** The harmonic mean of precision and recall of class 1: {@code 2 TP / (2 TP + FP + FN)}, 0 where that is 0 / 0. */
public final class BinaryF1 {
    private BinaryF1() {}

    /** Of these rows. */
    public static double of(boolean[] truth, boolean[] predicted) {
        int hits = 0;
        int marked = 0;
        for (int row = 0; row < truth.length; row++) {
            hits += truth[row] && predicted[row] ? 1 : 0;
            marked += (truth[row] ? 1 : 0) + (predicted[row] ? 1 : 0);
        }
        return of(hits, marked);
    }

    /**
     * Of counts.
     *
     * @param hits rows of class 1 that are predicted so
     * @param marked rows of class 1 plus rows predicted so
     */
    public static double of(int hits, int marked) {
        return marked == 0 ? 0 : 2.0 * hits / marked;
    }
}
