package dev.embeam.fasttext.document;

import dev.embeam.fasttext.WordPooling.WordCounts;
import dev.embeam.schema.TokenBatch;
import java.util.Map;
import java.util.TreeMap;

/** Counts the words of a model in documents: a map from the number of a word to how often it occurs. */
final class WordTally {
    /** The key under which all tokens are counted, unknown ones included. */
    static final int ALL_TOKENS = -1;

    private WordTally() {}

    /**
     * What the codes of a batch hold, be it tokenised with any pooling but that of whole lines; known words without a vector
     * are tokens only.
     *
     * @param wordRows rows below this one are words' own; 0 where only n-grams have rows in codes
     */
    static Map<Integer, Long> of(TokenBatch batch, int wordRows) {
        Map<Integer, Long> tally = new TreeMap<>();
        tally.put(ALL_TOKENS, batch.counts().tokens());
        int[] codes = batch.ids();
        int end = batch.offsets()[batch.size()];
        int i = 0;
        while (i < end) {
            if (codes[i] >= 0) {
                tally.merge(codes[i++], 1L, Long::sum);
            } else {
                // A header and its rows, of which a known word's own is the first.
                if (codes[i + 1] < wordRows) {
                    tally.merge(codes[i + 1], 1L, Long::sum);
                }
                i -= codes[i];
            }
        }
        return tally;
    }

    /** The counts of all words of a model; a collection without tokens counts as one token, which is no known word. */
    static WordCounts counts(Map<Integer, Long> tally, int words) {
        long[] ofWords = new long[words];
        for (int word = 0; word < words; word++) {
            ofWords[word] = tally.getOrDefault(word, 0L);
        }
        return new WordCounts(ofWords, Math.max(1, tally.getOrDefault(ALL_TOKENS, 0L)));
    }
}
