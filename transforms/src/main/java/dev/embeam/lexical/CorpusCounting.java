package dev.embeam.lexical;

import java.io.Serializable;

/** Adds up {@link CorpusStatistics}. The sums are whole numbers, so they do not depend on the order. Not thread-safe. */
public final class CorpusCounting implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long[] documentFrequencies;
    private long documents;
    private long filled;
    private long length;

    /**
     * Nothing counted.
     *
     * @param terms number of terms of the queries
     */
    public CorpusCounting(int terms) {
        documentFrequencies = new long[terms];
    }

    /** Counts one document of a batch. */
    public void add(TermBatch batch, int row) {
        documents++;
        filled += batch.lengths()[row] > 0 ? 1 : 0;
        length += batch.lengths()[row];
        for (int i = batch.offsets()[row]; i < batch.offsets()[row + 1]; i++) {
            documentFrequencies[batch.terms()[i]]++;
        }
    }

    /** Adds what another one counted. */
    public void add(CorpusStatistics other) {
        documents += other.documents();
        filled += other.filled();
        length += other.length();
        for (int term = 0; term < documentFrequencies.length; term++) {
            documentFrequencies[term] += other.documentFrequencies()[term];
        }
    }

    /** What has been counted so far. */
    public CorpusStatistics statistics() {
        return new CorpusStatistics(documents, filled, length, documentFrequencies.clone());
    }
}
