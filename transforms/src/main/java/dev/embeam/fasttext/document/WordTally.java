package dev.embeam.fasttext.document;

import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.WordPooling.WordCounts;
import dev.embeam.schema.TokenBatch;
import java.util.Map;
import java.util.TreeMap;

/** Counts the words of a model in documents: a map from the number of a word to how often it occurs. */
public final class WordTally {
    /** The key under which all tokens are counted, unknown ones included. */
    public static final int ALL_TOKENS = -1;

    private WordTally() {}

    /**
     * What the codes of a batch hold, be it tokenised with any pooling but that of whole lines; known words without a vector
     * are tokens only.
     */
    public static Map<Integer, Long> of(TokenBatch batch, Dictionary dictionary) {
        Map<Integer, Long> tally = new TreeMap<>();
        tally.put(ALL_TOKENS, batch.counts().tokens());
        int[] codes = batch.ids();
        int end = batch.offsets()[batch.size()];
        int i = 0;
        while (i < end) {
            // A word to be composed is a header and its rows, of which a known word's own is the first.
            boolean composed = codes[i] < 0;
            int word = composed ? codes[i + 1] : codes[i];
            if (word < dictionary.words()) {
                tally.merge(word, 1L, Long::sum);
            }
            i += composed ? -codes[i] : 1;
        }
        return tally;
    }

    /** The counts of all words of the model; a collection without tokens counts as one token, which is no known word. */
    public static WordCounts counts(Map<Integer, Long> tally, Dictionary dictionary) {
        long[] ofWords = new long[dictionary.words()];
        for (int word = 0; word < ofWords.length; word++) {
            ofWords[word] = tally.getOrDefault(word, 0L);
        }
        return new WordCounts(ofWords, Math.max(1, tally.getOrDefault(ALL_TOKENS, 0L)));
    }
}
