package dev.embeam.fasttext.document;

import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.WordPooling.WordCounts;
import dev.embeam.schema.TokenBatch;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often the words of a model occur in some documents.
 *
 * @param tokens all tokens, unknown ones included
 * @param words count by number of a word
 */
public record WordTally(long tokens, Map<Integer, Long> words) {
    /** Copies the counts. */
    public WordTally {
        words = new TreeMap<>(words);
    }

    /** What the codes of a batch hold; known words without a vector are tokens only. */
    public static WordTally of(TokenBatch batch, Dictionary dictionary) {
        Map<Integer, Long> words = new TreeMap<>();
        int[] codes = batch.ids();
        int end = batch.offsets()[batch.size()];
        for (int i = 0; i < end; i++) {
            int code = codes[i];
            if (code < 0) {
                // A header and its rows, of which a known word's own is the first.
                code = codes[i + 1];
                i -= codes[i] + 1;
            }
            if (code < dictionary.words()) {
                words.merge(code, 1L, Long::sum);
            }
        }
        return new WordTally(batch.counts().tokens(), words);
    }

    /** Both together. */
    public WordTally plus(WordTally other) {
        Map<Integer, Long> sum = new TreeMap<>(words);
        other.words.forEach((word, count) -> sum.merge(word, count, Long::sum));
        return new WordTally(tokens + other.tokens, sum);
    }

    /** The counts of all words of the model; a collection without tokens counts as one token, which no word is. */
    public WordCounts counts(Dictionary dictionary) {
        long[] ofWords = new long[dictionary.words()];
        words.forEach((word, count) -> ofWords[word] = count);
        return new WordCounts(ofWords, Math.max(1, tokens));
    }
}
