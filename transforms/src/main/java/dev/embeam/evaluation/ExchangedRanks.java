package dev.embeam.evaluation;

import dev.embeam.metric.RankOrder;
import java.util.Arrays;

/**
 * The ranks of two systems' scores after some rows have been exchanged between them. What is exchanged are ranks, since the
 * similarities of two systems may be of different scales; the ranks of what each system then has are taken anew. Everything
 * is sorted once. Thread-safe.
 */
final class ExchangedRanks {
    private final int rows;
    private final RankOrder both;

    ExchangedRanks(double[] first, double[] second) {
        rows = first.length;
        double[] ranks = Arrays.copyOf(RankOrder.of(first).ranks(), 2 * rows);
        System.arraycopy(RankOrder.of(second).ranks(), 0, ranks, rows, rows);
        both = RankOrder.of(ranks);
    }

    /** The ranks of the first system, which has the second's scores on the rows that are exchanged. */
    double[] first(boolean[] exchanged) {
        return ranks(exchanged, true);
    }

    /** The ranks of the second system. */
    double[] second(boolean[] exchanged) {
        return ranks(exchanged, false);
    }

    private double[] ranks(boolean[] exchanged, boolean secondWhenExchanged) {
        int[] counts = new int[2 * rows];
        for (int row = 0; row < rows; row++) {
            counts[exchanged[row] == secondWhenExchanged ? rows + row : row] = 1;
        }
        double[] ranks = both.ranks(counts);
        for (int row = 0; row < rows; row++) {
            ranks[row] = exchanged[row] == secondWhenExchanged ? ranks[rows + row] : ranks[row];
        }
        return Arrays.copyOf(ranks, rows);
    }
}
