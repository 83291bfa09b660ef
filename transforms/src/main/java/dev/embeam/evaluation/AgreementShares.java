package dev.embeam.evaluation;

import dev.embeam.metric.Contingency;
import dev.embeam.metric.VMeasure;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What each row adds to measures of agreement between groups and classes: the jackknife's pseudo-values (Tukey 1958), moved
 * so that their mean is the measure itself. Rows can then be resampled and exchanged as those of any mean.
 *
 * <p>Resampling the rows of V-measure themselves would mislead: a row drawn twice agrees with itself, which raises the
 * measure, so that the interval of many small classes lies above the score. Exchanging rows of two groupings would mislead
 * too, as the numbers of groups mean something else in each.
 */
final class AgreementShares {
    private final int[] truth;
    private final int[] predicted;
    private final VMeasure whole;
    private final Map<Long, VMeasure> without = new HashMap<>();

    /** Of these rows, two at least. */
    AgreementShares(int[] truth, int[] predicted) {
        this.truth = truth;
        this.predicted = predicted;
        Contingency table = Contingency.of(truth, predicted);
        whole = VMeasure.of(table);
        for (int row = 0; row < truth.length; row++) {
            int label = truth[row];
            int group = predicted[row];
            // Rows of one cell are alike.
            without.computeIfAbsent(cell(row), cell -> {
                table.remove(label, group);
                VMeasure rest = VMeasure.of(table);
                table.add(label, group);
                return rest;
            });
        }
    }

    /** The measures of all rows. */
    VMeasure whole() {
        return whole;
    }

    /** One value a row, whose mean is the measure. */
    double[] of(ToDoubleFunction<VMeasure> measure) {
        double[] shares = new double[truth.length];
        Arrays.setAll(shares, row -> -(truth.length - 1) * measure.applyAsDouble(without.get(cell(row))));
        double shift = measure.applyAsDouble(whole) - Arrays.stream(shares).sum() / shares.length;
        for (int row = 0; row < shares.length; row++) {
            shares[row] += shift;
        }
        return shares;
    }

    private long cell(int row) {
        return (long) truth[row] << Integer.SIZE | predicted[row];
    }
}
