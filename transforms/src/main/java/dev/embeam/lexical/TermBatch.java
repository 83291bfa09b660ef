package dev.embeam.lexical;

import dev.embeam.schema.TextColumn;
import java.util.Arrays;

/**
 * Documents as the queries' terms that they hold: those of document {@code i} are entries {@code offsets[i] .. offsets[i +
 * 1]} (end exclusive) of {@code terms} and {@code counts}. Documents that hold none are there too, for their lengths count.
 * The arrays belong to the record, as in {@link TextColumn}.
 *
 * @param ids one a document
 * @param lengths number of all terms of each document, those of no query too
 * @param offsets one entry more than documents, from 0, never falling
 * @param terms numbers of {@link QueryTerms}, rising within a document
 * @param counts how often the document holds the term, at least once
 * @param failures records met beside these documents that are none
 * @param analyseNanos time it took to find them
 */
public record TermBatch(
        TextColumn ids, int[] lengths, int[] offsets, int[] terms, int[] counts, int failures, long analyseNanos) {
    /** Checks the shape. */
    public TermBatch {
        if (lengths.length != ids.size() || offsets.length != ids.size() + 1 || terms.length != counts.length) {
            throw new IllegalArgumentException("there are " + ids.size() + " ids, " + lengths.length + " lengths, "
                    + offsets.length + " offsets, " + terms.length + " terms and " + counts.length + " counts");
        }
    }

    /** Number of documents. */
    public int size() {
        return lengths.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TermBatch that
                && ids.equals(that.ids)
                && Arrays.equals(lengths, that.lengths)
                && Arrays.equals(offsets, that.offsets)
                && Arrays.equals(terms, that.terms)
                && Arrays.equals(counts, that.counts)
                && failures == that.failures
                && analyseNanos == that.analyseNanos;
    }

    @Override
    public int hashCode() {
        return 31 * ids.hashCode() + Arrays.hashCode(terms);
    }

    @Override
    public String toString() {
        return "TermBatch[" + size() + " documents, " + terms.length + " terms of queries]";
    }
}
