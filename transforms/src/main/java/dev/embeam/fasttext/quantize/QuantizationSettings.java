package dev.embeam.fasttext.quantize;

/**
 * How a classifier is quantised.
 *
 * @param cutoff rows to keep, words and n-grams together; 0 for all
 * @param qnorm whether the norms of rows are quantised apart from their directions
 * @param qout whether the output matrix is quantised, too
 * @param dsub columns of a part, one code each; the output matrix always has parts of two
 * @param threads that look for nearest centroids at the same time; the result does not depend on it
 */
public record QuantizationSettings(int cutoff, boolean qnorm, boolean qout, int dsub, int threads) {
    /** The fewest rows a matrix may have: one for every code. */
    public static final int FEWEST_ROWS = 256;

    /** Checks the settings. */
    public QuantizationSettings {
        if (cutoff < 0 || dsub < 1 || threads < 1) {
            throw new IllegalArgumentException("cutoff is " + cutoff + ", dsub " + dsub + " and threads " + threads
                    + "; expected at least 0, at least 1 and at least 1");
        }
    }

    /** With another number of rows to keep. */
    public QuantizationSettings withCutoff(int newCutoff) {
        return new QuantizationSettings(newCutoff, qnorm, qout, dsub, threads);
    }
}
