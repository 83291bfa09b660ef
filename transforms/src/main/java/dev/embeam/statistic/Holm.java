package dev.embeam.statistic;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction (1979) of several tests: among m, the smallest p is multiplied by m, the next by m - 1, and so
 * on; none falls below the one before it, none exceeds 1. The chance of any false finding stays below the level.
 */
public final class Holm {
    private Holm() {}

    /** The adjusted values, in the order given. */
    public static double[] adjust(double... p) {
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(test -> p[test]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        double before = 0;
        for (int rank = 0; rank < order.length; rank++) {
            before = Math.max(before, Math.min(1, p[order[rank]] * (p.length - rank)));
            adjusted[order[rank]] = before;
        }
        return adjusted;
    }
}
