package dev.embeam.evaluation;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What a trial gave. The array belongs to the record.
 *
 * @param trial what was tried
 * @param values one a row of the part: a score, or the number of a cluster or a class
 * @param zeroVectors how many of the part's vectors are zero
 */
public record Outcome(Trial trial, double[] values, int zeroVectors) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The values as numbers of clusters or classes. */
    int[] numbers() {
        return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Outcome that
                && trial.equals(that.trial)
                && zeroVectors == that.zeroVectors
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * trial.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Outcome[" + trial + ", " + values.length + " rows]";
    }
}
