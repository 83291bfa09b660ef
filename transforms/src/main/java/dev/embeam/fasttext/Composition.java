package dev.embeam.fasttext;

import dev.embeam.kernel.EmbeddingTable;
import dev.embeam.kernel.FloatTable;
import dev.embeam.tokenizer.TokenIds;
import java.util.Arrays;
import java.util.function.Supplier;

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

    /** A table whose rows become the shares of their words in place, so that words' own rows need no room beside them. */
    static FloatTable inPlace(
            FastTextSettings settings,
            Dictionary dictionary,
            EmbeddingTable.RowSource<float[]> source,
            int rows,
            WordShare share) {
        return FloatTable.revised(rows, settings.dim(), source, dictionary.words(), () -> {
            Composition composition = new Composition(settings, dictionary, share);
            // Where a word stands twice only its first row is ever looked up, so each may be made from its own.
            return (table, word, numbers) -> composition.write(new DenseMatrix(table), word, word, numbers);
        });
    }

    /** A table with the shares of all words of a model, which stays as it is. */
    static FloatTable of(FastTextModel model, WordShare share) {
        Dictionary dictionary = model.dictionary();
        Supplier<FloatTable.Revision> revisions = () -> {
            Composition composition = new Composition(model.settings(), dictionary, share);
            return (table, word, numbers) -> composition.write(model.input(), word, dictionary.first(word), numbers);
        };
        int words = dictionary.words();
        return FloatTable.revised(words, model.settings().dim(), (first, rows, block) -> {}, words, revisions);
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
