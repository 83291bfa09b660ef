package dev.embeam.compress;

import dev.embeam.fasttext.Dictionary;
import java.util.Arrays;
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
     * meet them: compress-fasttext's choice. With power 0 the norm plays no part.
     */
    static int[] byCount(NgramUse use, OriginalRows rows, int most, double power) {
        int[] used = use.used();
        double[] scores = new double[used.length];
        IntStream.range(0, used.length).parallel().forEach(i -> {
            scores[i] = use.count(used[i]) * (power == 0 ? 1 : Math.pow(rows.norm(used[i]), power));
        });
        return best(used, scores, most);
    }

    /** The buckets that carry most of the words' vectors, best first. */
    static int[] byShare(NgramUse use, BucketShares shares, int most) {
        int[] used = use.used();
        return best(used, Arrays.stream(used).mapToDouble(shares::share).toArray(), most);
    }

    private static int[] best(int[] used, double[] scores, int most) {
        return IntStream.range(0, used.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .limit(most)
                .mapToInt(i -> used[i])
                .toArray();
    }
}
