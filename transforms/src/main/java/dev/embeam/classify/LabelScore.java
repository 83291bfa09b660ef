package dev.embeam.classify;

import dev.embeam.schema.Interval;

/**
 * How well one label is given.
 *
 * @param label its name
 * @param right documents it is right for
 * @param given documents it is given to
 * @param hits documents it is given to rightly
 * @param confidence 95 % bootstrap interval of F1, over the documents that it is right for or given to
 */
public record LabelScore(String label, int right, int given, int hits, Interval confidence) {
    /** Share of the documents it is given to that it is right for; 0 if there are none. */
    public double precision() {
        return given == 0 ? 0 : (double) hits / given;
    }

    /** Share of the documents it is right for that it is given to; 0 if there are none. */
    public double recall() {
        return right == 0 ? 0 : (double) hits / right;
    }

    /** {@code 2 hits / (right + given)}. */
    public double f1() {
        return right + given == 0 ? 0 : 2.0 * hits / (right + given);
    }
}
