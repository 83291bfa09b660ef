package dev.embeam.compress;

/**
 * What a compact model keeps of the settings of the model it comes from, and how words are composed.
 *
 * @param dim columns of a vector
 * @param minn characters of the shortest n-gram
 * @param maxn characters of the longest; 0 for none
 * @param bucket what hashes of n-grams are taken modulo; 0 for no n-grams
 * @param droppedCount whether n-grams that were dropped count in the mean, as zeros
 * @param tokens read in training
 */
record CompactSettings(int dim, int minn, int maxn, int bucket, boolean droppedCount, long tokens) {
    /** Widest vector. */
    static final int MOST_COLUMNS = 1 << 16;

    CompactSettings {
        if (dim < 1 || dim > MOST_COLUMNS || bucket < 0) {
            throw new IllegalArgumentException(
                    "dim is " + dim + " and bucket " + bucket + "; expected 1 to " + MOST_COLUMNS + " and at least 0");
        }
    }

    boolean hasSubwords() {
        return bucket > 0 && maxn > 0;
    }
}
