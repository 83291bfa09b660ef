package dev.embeam.fasttext.train;

import dev.embeam.fasttext.Dictionary;
import dev.embeam.libstdcxx.MinimalStandard;
import dev.embeam.tokenizer.TokenIds;
import java.io.IOException;

/** Reads the lines that word vectors are trained on: known words, of which frequent ones are left out at random. */
final class SampledLines {
    /** Of known tokens; longer lines are read in parts. */
    private static final int LONGEST_LINE = 1024;

    private final Dictionary dictionary;
    private final float[] keptShares;
    private final TokenIds words = new TokenIds();

    /** The shares of words that are kept, of a dictionary and the threshold of subsampling. */
    static float[] keptShares(Dictionary dictionary, double threshold) {
        float[] shares = new float[dictionary.words()];
        for (int word = 0; word < shares.length; word++) {
            float frequency = (float) dictionary.count(word) / (float) dictionary.tokens();
            double excess = threshold / frequency;
            shares[word] = (float) (Math.sqrt(excess) + excess);
        }
        return shares;
    }

    SampledLines(Dictionary dictionary, float[] keptShares) {
        this.dictionary = dictionary;
        this.keptShares = keptShares;
    }

    /** Reads the next line, an empty one at the end of the text, and says how many known tokens it had. */
    int read(TrainingTokens text, MinimalStandard random) throws IOException {
        words.truncate(0);
        text.restartAtEnd();
        int tokens = 0;
        boolean ended = false;
        while (!ended && text.next()) {
            int entry = dictionary.find(text.bytes(), text.from(), text.to(), text.hash());
            if (entry != Dictionary.NONE) {
                tokens++;
                if (entry < dictionary.words() && (float) random.uniform01() <= keptShares[entry]) {
                    words.add(entry);
                }
                ended = tokens > LONGEST_LINE || text.endsLine();
            }
        }
        return tokens;
    }

    /** The words of the line that were kept. */
    TokenIds words() {
        return words;
    }
}
