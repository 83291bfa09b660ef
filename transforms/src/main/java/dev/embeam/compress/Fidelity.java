package dev.embeam.compress;

import java.io.Serializable;
import java.util.List;

/**
 * How near a compact model comes to the model it was made of, and what it costs.
 *
 * @param fileBytes size of its file
 * @param memoryBytes in memory once every page of the file was read
 * @param known mean cosine of vectors before and after over words of the dictionary
 * @param unknown the same over words that are not in the dictionary; NaN without any
 * @param all over both together
 * @param pairs agreement with judgements of word pairs, one a set
 * @param knownMicroseconds processor time of a word of the dictionary, one thread
 * @param unknownMicroseconds an unknown word; NaN without any
 */
public record Fidelity(
        long fileBytes,
        long memoryBytes,
        double known,
        double unknown,
        double all,
        List<PairAgreement> pairs,
        double knownMicroseconds,
        double unknownMicroseconds)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Keeps the list as it is. */
    public Fidelity {
        pairs = List.copyOf(pairs);
    }

    /**
     * Agreement with the judgements of one set of word pairs.
     *
     * @param set its name
     * @param measure what {@code value} is: spearman, or 2auc-1 where judgements are yes and no
     * @param value of the compact model
     * @param original of the model it was made of
     */
    public record PairAgreement(String set, String measure, double value, double original) implements Serializable {
        private static final long serialVersionUID = 1L;
    }
}
