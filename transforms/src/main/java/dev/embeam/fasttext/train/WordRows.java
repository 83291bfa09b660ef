package dev.embeam.fasttext.train;

import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.FastTextSettings;
import dev.embeam.fasttext.Subwords;
import dev.embeam.tokenizer.TokenIds;

/** The input rows of every word of a dictionary, computed once. Immutable, shared between threads. */
final class WordRows {
    private static final int MOST = 1 << 30;

    private final int[] offsets;
    private final int[] rows;

    WordRows(FastTextSettings settings, Dictionary dictionary) {
        Subwords subwords = new Subwords(settings, dictionary);
        TokenIds all = new TokenIds();
        offsets = new int[dictionary.words() + 1];
        for (int word = 0; word < dictionary.words(); word++) {
            byte[] bytes = dictionary.bytes(word);
            subwords.addRows(bytes, 0, bytes.length, word, all);
            offsets[word + 1] = all.size();
            if (all.size() > MOST / 2) {
                throw new IllegalArgumentException("the words of the dictionary have more than " + MOST / 2
                        + " n-grams; expected fewer, with a larger minCount or a smaller maxn");
            }
        }
        rows = all.toArray();
    }

    /** Where the rows of a word begin in {@link #array}. */
    int from(int word) {
        return offsets[word];
    }

    /** Where they end. */
    int to(int word) {
        return offsets[word + 1];
    }

    /** The rows of all words; not to be changed. */
    int[] array() {
        return rows;
    }

    /** Appends the rows of a word. */
    void addTo(TokenIds list, int word) {
        list.addAll(rows, offsets[word], offsets[word + 1]);
    }
}
