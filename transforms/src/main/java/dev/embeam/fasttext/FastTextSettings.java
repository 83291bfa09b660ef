package dev.embeam.fasttext;

/**
 * The settings that a model file keeps, in the order of its header. What decides a vector are {@code wordNgrams}, {@code
 * bucket}, {@code minn} and {@code maxn}; the rest tells how the model was trained.
 *
 * @param dim columns of a vector
 * @param ws largest distance of a context word
 * @param epoch passes over the training text
 * @param minCount words that occur less often were left out
 * @param neg negative samples a positive one
 * @param wordNgrams longest word n-gram that is a feature of a line; 1 for none
 * @param loss of the output
 * @param kind what the model was trained for
 * @param bucket rows that all n-grams share by their hash; 0 for no n-grams
 * @param minn characters of the shortest character n-gram
 * @param maxn characters of the longest; 0 for none
 * @param lrUpdateRate tokens between two changes of the learning rate
 * @param t threshold of subsampling
 */
public record FastTextSettings(
        int dim,
        int ws,
        int epoch,
        int minCount,
        int neg,
        int wordNgrams,
        Loss loss,
        ModelKind kind,
        int bucket,
        int minn,
        int maxn,
        int lrUpdateRate,
        double t) {
    /** Checks what decides sizes. */
    public FastTextSettings {
        if (dim < 1 || bucket < 0) {
            throw new IllegalArgumentException(
                    "dim is " + dim + " and bucket " + bucket + "; expected at least 1 and at least 0");
        }
    }

    /** Whether words have character n-grams. */
    public boolean hasSubwords() {
        return bucket > 0 && maxn > 0;
    }

    /** With another range of character n-grams. */
    public FastTextSettings withNgrams(int newMinn, int newMaxn) {
        return new FastTextSettings(
                dim, ws, epoch, minCount, neg, wordNgrams, loss, kind, bucket, newMinn, newMaxn, lrUpdateRate, t);
    }

    /** With another number of buckets. */
    public FastTextSettings withBucket(int newBucket) {
        return new FastTextSettings(
                dim, ws, epoch, minCount, neg, wordNgrams, loss, kind, newBucket, minn, maxn, lrUpdateRate, t);
    }
}
