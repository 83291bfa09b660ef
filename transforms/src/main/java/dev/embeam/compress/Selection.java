package dev.embeam.compress;

import dev.embeam.fasttext.Dictionary;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Which words and buckets are worth their place. */
final class Selection {
    private Selection() {}

    /** The words that occurred most often in training, those of equal counts in the order of the dictionary. */
    static int[] words(Dictionary dictionary, int most) {
        return IntStream.range(0, dictionary.words())
                .boxed()
                .sorted(Comparator.comparingLong(word -> -dictionary.count(word)))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * The buckets with the highest {@code count * norm^power}, best first, those of equal scores in the order in which words
     * meet them: the mean square that dropping a bucket alone would add to the words' vectors grows with the count and the
     * square of the norm. With power 0 the norm plays no part.
     */
    static int[] buckets(NgramUse use, OriginalRows rows, int most, double power) {
        int[] used = use.used();
        double[] scores = new double[used.length];
        IntStream.range(0, used.length).parallel().forEach(i -> {
            scores[i] = use.count(used[i]) * (power == 0 ? 1 : Math.pow(norm(rows, used[i]), power));
        });
        return IntStream.range(0, used.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .limit(most)
                .mapToInt(i -> used[i])
                .toArray();
    }

    /** The norm as numpy has it, in single precision. */
    private static float norm(OriginalRows rows, int bucket) {
        float[] row = new float[rows.columns()];
        rows.ngram(bucket, row);
        double sum = 0;
        for (float x : row) {
            sum += (double) x * x;
        }
        return (float) Math.sqrt(sum);
    }
}
