package dev.embeam.metric;

/**
 * How well groups agree with classes (Rosenberg and Hirschberg 2007), by natural logarithms and with equal weights:
 * homogeneity is {@code 1 - H(C|K) / H(C)} (1 where there is one class), completeness {@code 1 - H(K|C) / H(K)} (1 where
 * there is one group), V their harmonic mean (0 where both are 0). The names of classes and groups do not matter.
 *
 * @param homogeneity how far a group holds one class
 * @param completeness how far a class is in one group
 * @param value the V-measure
 */
public record VMeasure(double homogeneity, double completeness, double value) {
    /** Agreement of the rows of a table, at least one. */
    public static VMeasure of(Contingency table) {
        int[] classes = table.classSizes();
        int[] groups = table.groupSizes();
        double[] sums = new double[2];
        for (int truth = 0; truth < classes.length; truth++) {
            for (int group = 0; group < groups.length; group++) {
                int count = table.count(truth, group);
                if (count > 0) {
                    sums[0] += count * Math.log((double) groups[group] / count);
                    sums[1] += count * Math.log((double) classes[truth] / count);
                }
            }
        }
        return of(share(sums[0], surprise(classes, table.rows())), share(sums[1], surprise(groups, table.rows())));
    }

    /** Agreement of the group of each row with its class. */
    public static VMeasure of(int[] truth, int[] predicted) {
        return of(Contingency.of(truth, predicted));
    }

    private static VMeasure of(double homogeneity, double completeness) {
        double sum = homogeneity + completeness;
        return new VMeasure(homogeneity, completeness, sum == 0 ? 0 : 2 * homogeneity * completeness / sum);
    }

    /** One minus the share of the surprise that is left; rounding may not carry it below 0. */
    private static double share(double left, double surprise) {
        return surprise == 0 ? 1 : Math.max(0, 1 - left / surprise);
    }

    /** Entropy times the number of rows. */
    private static double surprise(int[] sizes, int rows) {
        double sum = 0;
        for (int size : sizes) {
            if (size > 0) {
                sum += size * Math.log((double) rows / size);
            }
        }
        return sum;
    }
}
