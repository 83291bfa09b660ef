package dev.embeam.classify;

import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.PredictionBatch;
import dev.embeam.tokenizer.TokenIds;
import java.util.Arrays;

/** Growing lists of labels with probabilities, document after document. Not thread-safe. */
public final class Predictions {
    private final TokenIds ends = new TokenIds();
    private final TokenIds labels = new TokenIds();
    private float[] probabilities = new float[64];

    /** Appends a label to the document that is not ended yet. */
    public void add(int label, float probability) {
        if (labels.size() == probabilities.length) {
            probabilities = Arrays.copyOf(probabilities, 2 * probabilities.length);
        }
        probabilities[labels.size()] = probability;
        labels.add(label);
    }

    /** Ends a document. */
    public void endDocument() {
        ends.add(labels.size());
    }

    /** Forgets all documents. */
    public void clear() {
        ends.truncate(0);
        labels.truncate(0);
    }

    /** Documents that are ended. */
    public int documents() {
        return ends.size();
    }

    /** Where the labels of a document begin. */
    int from(int document) {
        return document == 0 ? 0 : ends.get(document - 1);
    }

    /** Where they end. */
    int to(int document) {
        return ends.get(document);
    }

    /** The label at a place. */
    int label(int at) {
        return labels.get(at);
    }

    /** The probability of the label at a place. */
    float probability(int at) {
        return probabilities[at];
    }

    /** The probability that a document has a label with; 0 where the label is not listed. */
    float probability(int document, int label) {
        for (int at = from(document); at < to(document); at++) {
            if (labels.get(at) == label) {
                return probabilities[at];
            }
        }
        return 0;
    }

    /** A batch of copies, one document a key. */
    PredictionBatch batch(DocumentKeys keys, byte[] stages) {
        int[] offsets = new int[documents() + 1];
        for (int document = 0; document < documents(); document++) {
            offsets[document + 1] = to(document);
        }
        return new PredictionBatch(
                keys, offsets, labels.toArray(), Arrays.copyOf(probabilities, labels.size()), stages);
    }
}
