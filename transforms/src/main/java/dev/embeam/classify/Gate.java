package dev.embeam.classify;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What the first stage of a cascade lets pass: documents to which it gives the positive label with at least a probability.
 *
 * @param label number of the positive label
 * @param threshold the least probability that passes, above 0
 */
public record Gate(int label, float threshold) implements Serializable {
    private static final long serialVersionUID = 1L;
    /** What a sum of shares may lack through rounding. */
    private static final double SLACK = 1e-9;

    /** Whether a document passes. */
    public boolean passes(float probability) {
        return probability >= threshold;
    }

    /**
     * The gate with the highest threshold that lets pass at least a share of the positive documents. Documents of equal
     * probability pass or stay together, so that more may pass than asked for.
     *
     * @param label number of the positive label
     * @param probabilities of that label, one a validation document; 0 where the label was not given at all
     * @param positive whether the label is right for the document
     * @param targetRecall share of the positive documents that must pass, above 0 and at most 1
     * @throws IllegalArgumentException if no document is positive, or so many positive ones have probability 0 that only
     *     letting everything pass would do
     */
    public static Gate choose(int label, float[] probabilities, boolean[] positive, double targetRecall) {
        if (!(targetRecall > 0 && targetRecall <= 1)) {
            throw new IllegalArgumentException(
                    "the target recall is " + targetRecall + "; expected more than 0 and at most 1 (--targetRecall)");
        }
        float[] passing = positives(probabilities, positive);
        if (passing.length == 0) {
            throw new IllegalArgumentException("none of the " + positive.length
                    + " validation documents has the positive label; expected some, to choose a threshold by");
        }
        Arrays.sort(passing);
        int needed = (int) Math.max(1, Math.ceil(targetRecall * passing.length - SLACK));
        float threshold = passing[passing.length - needed];
        if (!(threshold > 0)) {
            int without = 0;
            while (without < passing.length && !(passing[without] > 0)) {
                without++;
            }
            throw new IllegalArgumentException(
                    "the first stage does not list the positive label for " + without + " of "
                            + passing.length + " positive validation documents; a recall of " + targetRecall
                            + " is out of reach for it; lower --targetRecall or take another --model");
        }
        return new Gate(label, threshold);
    }

    private static float[] positives(float[] probabilities, boolean[] positive) {
        if (probabilities.length != positive.length) {
            throw new IllegalArgumentException(
                    probabilities.length + " probabilities, but " + positive.length + " documents");
        }
        float[] found = new float[positive.length];
        int size = 0;
        for (int i = 0; i < positive.length; i++) {
            if (positive[i]) {
                found[size++] = probabilities[i];
            }
        }
        return Arrays.copyOf(found, size);
    }
}
