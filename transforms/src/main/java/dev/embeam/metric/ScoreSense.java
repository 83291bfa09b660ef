package dev.embeam.metric;

/** Which end of a scale of scores stands for pairs that are the same. */
public enum ScoreSense {
    /** Similarities. */
    HIGH_IS_SAME,
    /** Distances. */
    LOW_IS_SAME
}
