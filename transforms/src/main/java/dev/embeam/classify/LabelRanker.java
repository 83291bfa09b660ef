package dev.embeam.classify;

/** Finds the most probable labels for the mean of a line's rows. One thread's; holds scratch. */
interface LabelRanker {
    /** Offers the labels of probability {@code threshold} or above to {@code top}, in the order fastText does. */
    void rank(float[] hidden, float threshold, TopLabels top);
}
