package dev.embeam.schema;

import java.util.List;

/**
 * Pairs of sentences with a judgement each. The array belongs to the record.
 *
 * @param split what the part is for
 * @param source path of the file, for messages
 * @param first one sentence of each pair, in the order of the file
 * @param second the other
 * @param labels the degree of similarity, or 1 for the same and 0 for not
 */
public record TextPairs(Split split, String source, List<String> first, List<String> second, double[] labels) {
    /** Checks the shape. */
    public TextPairs {
        first = List.copyOf(first);
        second = List.copyOf(second);
        if (first.size() != labels.length || second.size() != labels.length) {
            throw new IllegalArgumentException(source + " has " + first.size() + " first and " + second.size()
                    + " second sentences and " + labels.length + " labels; expected as many of each");
        }
    }

    /** Number of pairs. */
    public int size() {
        return labels.length;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "TextPairs[" + size() + " pairs of " + source + "]";
    }
}
