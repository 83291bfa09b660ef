package dev.embeam.fasttext;

import dev.embeam.kernel.FloatTable;
import dev.embeam.tokenizer.TokenIds;
import java.util.Arrays;

/** Composes the shares of known words. One thread's. */
final class Composition {
    private final Dictionary dictionary;
    private final WordShare share;
    private final Subwords subwords;
    private final TokenIds rows = new TokenIds();

    private Composition(FastTextSettings settings, Dictionary dictionary, WordShare share) {
        this.dictionary = dictionary;
        this.share = share;
        subwords = new Subwords(settings, dictionary);
    }

    /**
     * Puts the shares of words in the place of their own rows, so that they need no room of their own. The model is the
     * caller's alone, and nothing but n-grams may be read from it afterwards.
     */
    static void inPlace(FastTextModel model, FloatTable input, WordShare share) {
        Dictionary dictionary = model.dictionary();
        input.revise(dictionary.words(), () -> {
            Composition composition = new Composition(model.settings(), dictionary, share);
            // Where a word stands twice only its first row is ever looked up, so each may be made from its own.
            return (word, numbers) -> composition.write(model.input(), word, word, numbers);
        });
    }

    /** A table with the shares of all words of a model, which stays as it is. */
    static FloatTable of(FastTextModel model, WordShare share) {
        Dictionary dictionary = model.dictionary();
        FloatTable table = FloatTable.of(dictionary.words(), model.settings().dim(), (first, rows, block) -> {});
        table.revise(dictionary.words(), () -> {
            Composition composition = new Composition(model.settings(), dictionary, share);
            return (word, numbers) -> composition.write(model.input(), word, dictionary.first(word), numbers);
        });
        return table;
    }

    private void write(Matrix input, int word, int row, float[] numbers) {
        byte[] bytes = dictionary.bytes(word);
        rows.truncate(0);
        subwords.addRows(bytes, 0, bytes.length, row, rows);
        if (!share.write(input, row, rows.array(), 0, rows.size(), numbers, 0)) {
            Arrays.fill(numbers, 0);
        }
    }
}
