package dev.embeam.compress;

import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.FastTextSettings;
import dev.embeam.fasttext.Subwords;
import dev.embeam.tokenizer.TokenIds;

/**
 * Which buckets the n-grams of the words of a model's dictionary meet, and how often: every occurrence in every word once,
 * however often the word occurred in training. Immutable.
 */
final class NgramUse {
    private final int[] starts;
    private final int[] buckets;
    private final int[] counts;
    private final int[] inOrderOfMeeting;

    private NgramUse(int[] starts, int[] buckets, int[] counts, int[] inOrderOfMeeting) {
        this.starts = starts;
        this.buckets = buckets;
        this.counts = counts;
        this.inOrderOfMeeting = inOrderOfMeeting;
    }

    /** Of all words of a dictionary, with the settings of its model or others. */
    static NgramUse of(Dictionary dictionary, FastTextSettings settings) {
        return of(dictionary, settings, false);
    }

    /** The same as gensim has it, where the end of a line is a word like others. */
    static NgramUse ofGensim(Dictionary dictionary, FastTextSettings settings) {
        return of(dictionary, settings, true);
    }

    private static NgramUse of(Dictionary dictionary, FastTextSettings settings, boolean endOfLine) {
        int words = dictionary.words();
        Subwords subwords = new Subwords(settings, dictionary);
        TokenIds all = new TokenIds();
        TokenIds met = new TokenIds();
        int[] starts = new int[words + 1];
        int[] counts = new int[settings.bucket()];
        for (int word = 0; word < words; word++) {
            byte[] text = dictionary.bytes(word);
            if (endOfLine) {
                subwords.addBucketsOfAny(text, 0, text.length, all);
            } else {
                subwords.addBuckets(text, 0, text.length, all);
            }
            for (int i = starts[word]; i < all.size(); i++) {
                if (counts[all.get(i)]++ == 0) {
                    met.add(all.get(i));
                }
            }
            starts[word + 1] = all.size();
        }
        return new NgramUse(starts, all.toArray(), counts, met.toArray());
    }

    /** Number of words. */
    int words() {
        return starts.length - 1;
    }

    /** Number of buckets, met or not. */
    int buckets() {
        return counts.length;
    }

    /** Where the n-grams of a word begin among all; those of {@code word + 1} are behind them. */
    int start(int word) {
        return starts[word];
    }

    /** The bucket of an n-gram. */
    int bucket(int ngram) {
        return buckets[ngram];
    }

    /** How many n-grams of words meet a bucket. */
    int count(int bucket) {
        return counts[bucket];
    }

    /** The buckets that are met, in the order in which the words meet them first. */
    int[] used() {
        return inOrderOfMeeting.clone();
    }
}
