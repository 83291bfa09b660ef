package dev.embeam.evaluation;

/** A resample of rows in the form that measures with an order of their own take. */
final class ResampledRows {
    private ResampledRows() {}

    /** How often each row is in a resample of as many rows as there are. */
    static int[] counts(int[] rows) {
        int[] counts = new int[rows.length];
        for (int row : rows) {
            counts[row]++;
        }
        return counts;
    }
}
