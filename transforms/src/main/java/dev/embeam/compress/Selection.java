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

    /**
     * The buckets that carry most of the words' vectors, best first: the score of a bucket is its norm over that of the sum of
     * a word's n-grams, added up over the n-grams of all words that meet it. So it counts for what share of a direction a
     * bucket stands, whether the word is short or long and its vector small or large, where a count favours the endings of
     * long words: these have many other n-grams, but short words are lost with their only one.
     */
    static int[] byShare(NgramUse use, OriginalRows rows, int most) {
        double[] shares = new double[use.buckets()];
        double[] lengths = new double[use.words()];
        IntStream.range(0, lengths.length).parallel().forEach(word -> lengths[word] = rows.lengthOfNgrams(word));
        for (int word = 0; word < lengths.length; word++) {
            for (int i = use.start(word); i < use.start(word + 1) && lengths[word] > 0; i++) {
                shares[use.bucket(i)] += 1 / lengths[word];
            }
        }
        int[] used = use.used();
        double[] scores = new double[used.length];
        IntStream.range(0, used.length).parallel().forEach(i -> scores[i] = shares[used[i]] * rows.norm(used[i]));
        return best(used, scores, most);
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
