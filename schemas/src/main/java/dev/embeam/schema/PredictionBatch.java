package dev.embeam.schema;

import java.util.Arrays;

/**
 * The labels of a batch of documents: document {@code i} has {@code labels[offsets[i]] .. labels[offsets[i + 1]]} (end
 * exclusive), the most probable first, maybe none. The arrays belong to the record. Two batches are equal when their numbers
 * are, bit by bit.
 *
 * @param keys ids, origins and kept fields
 * @param offsets one more than documents, from 0, never falling
 * @param labels numbers of labels
 * @param probabilities one a label
 * @param stages one a document: 1 where the first stage of a cascade decided, 2 where the second did; 1 without a cascade
 */
public record PredictionBatch(DocumentKeys keys, int[] offsets, int[] labels, float[] probabilities, byte[] stages) {
    /** Checks the shape. */
    public PredictionBatch {
        if (offsets.length != keys.size() + 1 || stages.length != keys.size()) {
            throw new IllegalArgumentException("there are " + keys.size() + " documents, but " + offsets.length
                    + " offsets and " + stages.length + " stages");
        }
        int last = offsets[offsets.length - 1];
        if (labels.length != last || probabilities.length != last) {
            throw new IllegalArgumentException("offsets end at " + last + ", but there are " + labels.length
                    + " labels and " + probabilities.length + " probabilities");
        }
    }

    /** Number of documents. */
    public int size() {
        return stages.length;
    }

    /** The probability that a document has a label with; 0 where the label is not among its labels. */
    public float probability(int document, int label) {
        for (int at = offsets[document]; at < offsets[document + 1]; at++) {
            if (labels[at] == label) {
                return probabilities[at];
            }
        }
        return 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PredictionBatch that
                && keys.equals(that.keys)
                && Arrays.equals(offsets, that.offsets)
                && Arrays.equals(labels, that.labels)
                && Arrays.equals(probabilities, that.probabilities)
                && Arrays.equals(stages, that.stages);
    }

    @Override
    public int hashCode() {
        return 31 * keys.hashCode() + Arrays.hashCode(labels);
    }

    @Override
    public String toString() {
        return "PredictionBatch[" + size() + " documents, " + labels.length + " labels]";
    }
}
