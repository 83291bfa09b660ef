package dev.embeam.evaluation;

import dev.embeam.metric.BinaryF1;
import dev.embeam.metric.PairThreshold;
import dev.embeam.metric.ScoreSense;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which pairs count as the same, by two thresholds found on other pairs.
 *
 * @param sense which end of the scores stands for the same
 * @param forF1 the threshold with the best F1 there
 * @param forAccuracy the threshold with the best accuracy there
 */
record PairDecision(ScoreSense sense, PairThreshold forF1, PairThreshold forAccuracy) {
    /** The thresholds found on these pairs. */
    static PairDecision found(double[] scores, boolean[] same, ScoreSense sense) {
        return new PairDecision(
                sense, PairThreshold.forF1(scores, same, sense), PairThreshold.forAccuracy(scores, same, sense));
    }

    /** Which of these pairs are the same, for the F1. */
    boolean[] same(double[] scores) {
        return forF1.apply(scores, sense);
    }

    /** The F1 of these pairs. */
    double f1(double[] scores, boolean[] same) {
        return BinaryF1.of(same, same(scores));
    }

    /** 1 for each row that the threshold for accuracy gets right, else 0. */
    double[] right(double[] scores, boolean[] same) {
        boolean[] decided = forAccuracy.apply(scores, sense);
        return IntStream.range(0, scores.length)
                .mapToDouble(row -> decided[row] == same[row] ? 1 : 0)
                .toArray();
    }

    /** The scores with the high end for the same. */
    double[] rising(double[] scores) {
        return sense == ScoreSense.HIGH_IS_SAME
                ? scores
                : Arrays.stream(scores).map(score -> -score).toArray();
    }
}
