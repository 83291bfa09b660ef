package dev.embeam.metric;

import java.util.Arrays;

/**
 * How often each class meets each group, over rows that have one of both: all that measures of agreement need, so that a
 * resample of the rows costs one addition a row. Not thread-safe.
 */
public final class Contingency {
    private final int classes;
    private final int groups;
    private final int[] counts;
    private int rows;

    /** The empty table of this shape. */
    public Contingency(int classes, int groups) {
        this.classes = classes;
        this.groups = groups;
        counts = new int[Math.multiplyExact(classes, groups)];
    }

    /**
     * The table of these rows.
     *
     * @param truth class of each row, 0 or above
     * @param predicted group of each row, 0 or above
     */
    public static Contingency of(int[] truth, int[] predicted) {
        Contingency table = new Contingency(size(truth), size(predicted));
        for (int row = 0; row < requireEqual(truth, predicted); row++) {
            table.add(truth[row], predicted[row]);
        }
        return table;
    }

    /** The same with one numbering for both, so that the table is square and its diagonal holds what agrees. */
    public static Contingency square(int[] truth, int[] predicted) {
        int size = Math.max(size(truth), size(predicted));
        Contingency table = new Contingency(size, size);
        for (int row = 0; row < requireEqual(truth, predicted); row++) {
            table.add(truth[row], predicted[row]);
        }
        return table;
    }

    /** Counts one row more. */
    public void add(int truth, int predicted) {
        counts[truth * groups + predicted]++;
        rows++;
    }

    /** Takes one such row away. */
    public void remove(int truth, int predicted) {
        counts[truth * groups + predicted]--;
        rows--;
    }

    /** Rows of the class that are in the group. */
    public int count(int truth, int predicted) {
        return counts[truth * groups + predicted];
    }

    /** Number of rows counted. */
    public int rows() {
        return rows;
    }

    /** Rows of each class. */
    public int[] classSizes() {
        int[] sizes = new int[classes];
        Arrays.setAll(sizes, truth -> {
            int sum = 0;
            for (int group = 0; group < groups; group++) {
                sum += count(truth, group);
            }
            return sum;
        });
        return sizes;
    }

    /** Rows of each group. */
    public int[] groupSizes() {
        int[] sizes = new int[groups];
        Arrays.setAll(sizes, group -> {
            int sum = 0;
            for (int truth = 0; truth < classes; truth++) {
                sum += count(truth, group);
            }
            return sum;
        });
        return sizes;
    }

    /** One more than the largest number. */
    static int size(int[] numbers) {
        return Arrays.stream(numbers).max().orElse(-1) + 1;
    }

    private static int requireEqual(int[] truth, int[] predicted) {
        if (truth.length != predicted.length) {
            throw new IllegalArgumentException(
                    "there are " + truth.length + " labels, but " + predicted.length + " predictions");
        }
        return truth.length;
    }
}
