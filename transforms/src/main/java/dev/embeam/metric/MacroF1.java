package dev.embeam.metric;

/**
 * The unweighted mean over classes of {@code F1 = 2 TP / (2 TP + FP + FN)}. The classes are those met as a label or as a
 * prediction: one that is only predicted counts with 0, one that is neither does not count. Agrees with scikit-learn's
 * {@code f1_score(average="macro", zero_division=0)}.
 */
public final class MacroF1 {
    private MacroF1() {}

    /** Of the rows of a square table; 0 for none. */
    public static double of(Contingency table) {
        int[] labels = table.classSizes();
        int[] predictions = table.groupSizes();
        double sum = 0;
        int classes = 0;
        for (int label = 0; label < labels.length; label++) {
            int met = labels[label] + predictions[label];
            if (met > 0) {
                sum += 2.0 * table.count(label, label) / met;
                classes++;
            }
        }
        return classes == 0 ? 0 : sum / classes;
    }

    /** Of these rows, labels and predictions by one numbering from 0. */
    public static double of(int[] truth, int[] predicted) {
        return of(Contingency.square(truth, predicted));
    }
}
