package dev.embeam.fasttext;

import dev.embeam.kernel.VectorKernels;

/** What one word adds to the sum of a text's words, under one kind of pooling. Immutable, shared between threads. */
final class WordShare {
    private final boolean normalized;
    private final double smoothing;
    private final long[] counts;
    private final double total;

    WordShare(WordPooling pooling, Dictionary dictionary) {
        normalized =
                pooling.kind() == WordPooling.Kind.MEAN_OF_NORMALIZED || pooling.kind() == WordPooling.Kind.FASTTEXT;
        smoothing = pooling.smoothing();
        if (pooling.kind() == WordPooling.Kind.SIF) {
            WordPooling.WordCounts known = pooling.counts().orElseGet(() -> WordPooling.WordCounts.of(dictionary));
            if (known.ofWords().length != dictionary.words()) {
                throw new IllegalArgumentException("there are counts of " + known.ofWords().length
                        + " words; expected one for each of the model's " + dictionary.words());
            }
            counts = known.ofWords();
            total = known.total();
        } else {
            counts = new long[0];
            total = 1;
        }
    }

    /**
     * Writes the share of the word that is made of {@code rows[from, to)}.
     *
     * @param word its number, or {@link Dictionary#NONE}
     * @return whether the word counts; otherwise its share is to be left out
     */
    boolean write(Matrix input, int word, int[] rows, int from, int to, float[] out, int at) {
        if (from == to) {
            return false;
        }
        WordVectors.mean(input, rows, from, to, out, at);
        int dim = input.columns();
        if (normalized) {
            float norm = WordVectors.norm(out, at, dim);
            boolean counts = norm > 0;
            if (counts) {
                VectorKernels.scale(out, at, dim, (float) (1.0 / norm));
            }
            return counts;
        }
        if (isZero(out, at, dim)) {
            return false;
        }
        if (word != Dictionary.NONE && word < counts.length) {
            VectorKernels.scale(out, at, dim, weight(word));
        }
        return true;
    }

    private static boolean isZero(float[] vector, int at, int dim) {
        for (int i = at; i < at + dim; i++) {
            if (vector[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private float weight(int word) {
        return (float) (smoothing / (smoothing + counts[word] / total));
    }
}
