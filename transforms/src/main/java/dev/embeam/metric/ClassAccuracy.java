package dev.embeam.metric;

/** The share of rows whose prediction is their label. */
public final class ClassAccuracy {
    private ClassAccuracy() {}

    /** Of these rows, at least one, labels and predictions by one numbering. */
    public static double of(int[] truth, int[] predicted) {
        int right = 0;
        for (int row = 0; row < truth.length; row++) {
            right += truth[row] == predicted[row] ? 1 : 0;
        }
        return (double) right / truth.length;
    }
}
