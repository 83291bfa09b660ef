package dev.embeam.metric;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The score from which on a pair counts as the same, as JMTEB's pair classification finds it: rows are sorted by score, best
 * first and stably, and cut after each but the last; the rows before a cut count as the same. The threshold lies midway
 * between the two scores at the cut. A later cut wins only if it is strictly better, and where none is better than 0 the
 * threshold is {@value #NONE}. Equal scores are not kept together, so that a cut among them may promise more than its
 * threshold gives; all rows as the same is never tried.
 *
 * @param threshold the score
 * @param value what was best, on the rows it was found on
 */
public record PairThreshold(double threshold, double value) {
    /** The threshold where no cut is better than 0. */
    public static final double NONE = -1;

    /** What is to be best. */
    private interface Quality {
        double of(int hits, int before, int positives, int rows);
    }

    /** The threshold with the best {@link BinaryF1}. */
    public static PairThreshold forF1(double[] scores, boolean[] same, ScoreSense sense) {
        return best(scores, same, sense, (hits, before, positives, rows) -> BinaryF1.of(hits, before + positives));
    }

    /** The threshold with the best share of right rows. */
    public static PairThreshold forAccuracy(double[] scores, boolean[] same, ScoreSense sense) {
        return best(
                scores,
                same,
                sense,
                (hits, before, positives, rows) -> (double) (hits + (rows - before) - (positives - hits)) / rows);
    }

    /** Which rows this threshold takes for the same: at or above it for a high sense, below it for a low one. */
    public boolean[] apply(double[] scores, ScoreSense sense) {
        boolean[] same = new boolean[scores.length];
        for (int row = 0; row < scores.length; row++) {
            same[row] = sense == ScoreSense.HIGH_IS_SAME ? scores[row] >= threshold : scores[row] < threshold;
        }
        return same;
    }

    private static PairThreshold best(double[] scores, boolean[] same, ScoreSense sense, Quality quality) {
        int[] order = order(scores, sense);
        int positives = positives(same);
        PairThreshold best = new PairThreshold(NONE, 0);
        int hits = 0;
        for (int before = 1; before < order.length; before++) {
            hits += same[order[before - 1]] ? 1 : 0;
            double value = quality.of(hits, before, positives, order.length);
            if (value > best.value) {
                best = new PairThreshold((scores[order[before - 1]] + scores[order[before]]) / 2, value);
            }
        }
        return best;
    }

    private static int[] order(double[] scores, ScoreSense sense) {
        int sign = sense == ScoreSense.HIGH_IS_SAME ? -1 : 1;
        // Adding zero makes the two zeros one.
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> sign * scores[row] + 0.0))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int positives(boolean[] same) {
        int positives = 0;
        for (boolean one : same) {
            positives += one ? 1 : 0;
        }
        return positives;
    }
}
