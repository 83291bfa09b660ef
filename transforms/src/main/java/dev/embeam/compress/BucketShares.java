package dev.embeam.compress;

import java.util.stream.IntStream;

/**
 * What share of words' vectors buckets carry. The share that an n-gram has in a word is the norm of its row over that of the
 * sum of all the word's n-grams; a bucket's shares are added up over all n-grams of words that meet it, every word counting
 * once. Where a count favours the endings of long words, which have many other n-grams, a share tells that a short word is lost
 * with its only one, and that a small vector has a direction too. Immutable.
 */
final class BucketShares {
    private final float[] norms;
    private final double[] inverses;
    private final double[] inverseSquares;

    private BucketShares(float[] norms, double[] inverses, double[] inverseSquares) {
        this.norms = norms;
        this.inverses = inverses;
        this.inverseSquares = inverseSquares;
    }

    /** Of all buckets of a model. */
    static BucketShares of(NgramUse use, OriginalRows rows) {
        float[] norms = new float[use.buckets()];
        double[] lengths = new double[use.words()];
        IntStream.range(0, norms.length)
                .parallel()
                .filter(bucket -> use.count(bucket) > 0)
                .forEach(bucket -> norms[bucket] = rows.norm(bucket));
        IntStream.range(0, lengths.length).parallel().forEach(word -> lengths[word] = rows.lengthOfNgrams(word));
        double[] inverses = new double[norms.length];
        double[] inverseSquares = new double[norms.length];
        for (int word = 0; word < lengths.length; word++) {
            for (int i = use.start(word); i < use.start(word + 1) && lengths[word] > 0; i++) {
                inverses[use.bucket(i)] += 1 / lengths[word];
                inverseSquares[use.bucket(i)] += 1 / (lengths[word] * lengths[word]);
            }
        }
        return new BucketShares(norms, inverses, inverseSquares);
    }

    /** The sum of a bucket's shares. */
    double share(int bucket) {
        return norms[bucket] * inverses[bucket];
    }

    /** What a squared error of a bucket's row counts, relative to the squared lengths of the words it is part of. */
    double weight(int bucket) {
        return inverseSquares[bucket];
    }
}
