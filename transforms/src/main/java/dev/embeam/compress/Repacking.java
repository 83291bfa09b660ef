package dev.embeam.compress;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Fewer buckets by taking hashes modulo a smaller number (O. Vasnetsov, "Shrinking fastText embeddings so that it fits Google
 * Colab"): a new row is the mean of the old rows that some n-gram of a word joins to it, each weighted by how many n-grams of
 * words meet it. A new bucket that nothing meets has small random numbers.
 */
final class Repacking {
    private Repacking() {}

    /**
     * The new rows.
     *
     * @param old rows of the old buckets
     * @param oldUse n-grams of the words, by old buckets
     * @param newUse the same n-grams, by new buckets
     */
    static float[][] rows(OriginalRows old, NgramUse oldUse, NgramUse newUse, int buckets, long seed) {
        long[] pairs = pairs(oldUse, newUse);
        long[] totals = new long[buckets];
        for (long pair : pairs) {
            totals[(int) (pair >>> Integer.SIZE)] += oldUse.count((int) pair);
        }
        float[][] rows = new float[buckets][old.columns()];
        float[] row = new float[old.columns()];
        for (long pair : pairs) {
            int to = (int) (pair >>> Integer.SIZE);
            old.ngram((int) pair, row);
            float share = (float) ((double) oldUse.count((int) pair) / totals[to]);
            for (int j = 0; j < row.length; j++) {
                rows[to][j] += share * row[j];
            }
        }
        fillUnmet(rows, newUse, old.columns(), seed);
        return rows;
    }

    /** New bucket and old bucket of all n-grams, every pair once. */
    private static long[] pairs(NgramUse oldUse, NgramUse newUse) {
        return IntStream.range(0, oldUse.start(oldUse.words()))
                .mapToLong(ngram -> (long) newUse.bucket(ngram) << Integer.SIZE | oldUse.bucket(ngram))
                .sorted()
                .distinct()
                .toArray();
    }

    private static void fillUnmet(float[][] rows, NgramUse use, int dim, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int bucket = 0; bucket < rows.length; bucket++) {
            for (int j = 0; use.count(bucket) == 0 && j < dim; j++) {
                rows[bucket][j] = (float) ((2 * random.nextDouble() - 1) / dim);
            }
        }
    }
}
