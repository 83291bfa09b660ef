package dev.embeam.fasttext;

import java.util.Optional;

/**
 * How the vectors of words become the vector of a text.
 *
 * @param kind what is averaged
 * @param smoothing SIF's {@code a}
 * @param counts what SIF's frequencies are counted from; nothing for the counts in the model
 */
public record WordPooling(Kind kind, double smoothing, Optional<WordCounts> counts) {
    /** SIF's {@code a} where none is named: the middle of the range that its authors recommend. */
    public static final double DEFAULT_SMOOTHING = 1e-3;

    /** Checks SIF's settings. */
    public WordPooling {
        if (!(smoothing > 0 && smoothing < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("SIF's a is " + smoothing + "; expected a positive number");
        }
    }

    /** With SIF's own {@code a} and the counts of the model. */
    public static WordPooling of(Kind kind) {
        return new WordPooling(kind, DEFAULT_SMOOTHING, Optional.empty());
    }

    /** SIF with the counts of the model. */
    public static WordPooling sif(double smoothing) {
        return new WordPooling(Kind.SIF, smoothing, Optional.empty());
    }

    /** SIF with the counts of a collection. */
    public static WordPooling sif(double smoothing, WordCounts counts) {
        return new WordPooling(Kind.SIF, smoothing, Optional.of(counts));
    }

    /** What is averaged. */
    public enum Kind {
        /**
         * What the fasttext tool prints as a sentence's vector: for classifiers the mean of all rows of {@link LineFeatures},
         * for other models {@link #MEAN_OF_NORMALIZED}.
         */
        FASTTEXT,
        /** The mean of word vectors of length 1. Words with a zero vector do not count. */
        MEAN_OF_NORMALIZED,
        /** The mean of word vectors as they are. Words with a zero vector do not count. */
        MEAN,
        /**
         * The sum of word vectors times {@code a / (a + p(word))}, divided by their number: the weighted average of Arora, Liang
         * and Ma, "A simple but tough-to-beat baseline for sentence embeddings" (2017), without its second step: the first
         * principal component, which depends on the whole collection, is not taken away. Unknown words have p = 0 and
         * weight 1; those with a zero vector do not count.
         */
        SIF
    }

    /**
     * How often words occur.
     *
     * @param ofWords one a word of the model, in its order; belongs to the record
     * @param total tokens counted, unknown ones included
     */
    public record WordCounts(long[] ofWords, long total) {
        /** Checks that there is something to divide by. */
        public WordCounts {
            if (total < 1) {
                throw new IllegalArgumentException("counts of " + total + " tokens; SIF needs at least 1: files of "
                        + "vectors alone have no counts, so count them in the collection");
            }
        }

        /** The counts that a model file keeps. */
        static WordCounts of(Dictionary dictionary) {
            long[] counts = new long[dictionary.words()];
            for (int word = 0; word < counts.length; word++) {
                counts[word] = dictionary.count(word);
            }
            return new WordCounts(counts, dictionary.tokens());
        }
    }
}
