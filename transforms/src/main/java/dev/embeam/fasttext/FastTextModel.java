package dev.embeam.fasttext;

import java.util.Optional;

/**
 * A model of fastText as its file says. Immutable and shared between threads.
 *
 * @param settings how it was trained; for classifiers of version 11 without character n-grams, which that version ignored
 * @param dictionary words, labels and kept buckets
 * @param input one row a word, then one a bucket that was kept
 * @param output one row a label of a classifier, otherwise one a word; nothing where it was not read
 */
public record FastTextModel(FastTextSettings settings, Dictionary dictionary, Matrix input, Optional<Matrix> output) {
    /** Checks that the parts fit together. */
    public FastTextModel {
        long buckets = dictionary.pruned().map(PrunedBuckets::size).orElse(settings.bucket());
        long expected = dictionary.words() + buckets;
        if (input.rows() != expected || input.columns() != settings.dim()) {
            throw new IllegalArgumentException("the input matrix is " + input.rows() + " x " + input.columns()
                    + "; expected " + expected + " x " + settings.dim());
        }
        int targets = isSupervised(settings) ? dictionary.labels() : dictionary.words();
        if (output.isPresent()
                && (output.get().rows() != targets || output.get().columns() != settings.dim())) {
            throw new IllegalArgumentException(
                    "the output matrix is " + output.get().rows() + " x "
                            + output.get().columns() + "; expected " + targets + " x " + settings.dim());
        }
    }

    /** Whether it is a classifier. */
    public boolean isSupervised() {
        return isSupervised(settings);
    }

    /** Whether its rows are codes: a file that is called {@code .ftz}. */
    public boolean isQuantized() {
        return input instanceof QuantizedMatrix;
    }

    private static boolean isSupervised(FastTextSettings settings) {
        return settings.kind() == ModelKind.SUPERVISED;
    }
}
