package dev.embeam.fasttext.train;

import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.ModelKind;
import java.io.IOException;

/** Builds the dictionary of a training text as the fasttext tool does, order of equal counts included. */
final class DictionaryBuilder {
    /** Three quarters of the 30 million places that the fasttext tool has. */
    private static final int MOST_ENTRIES = 22_500_000;

    private final TrainingSettings settings;
    private final EntryTable entries;
    private final int mostEntries;
    private long tokens;
    private long threshold = 1;

    DictionaryBuilder(TrainingSettings settings) {
        this(settings, MOST_ENTRIES);
    }

    /** With another number of entries beyond which the rarest are dropped, for tests. */
    DictionaryBuilder(TrainingSettings settings, int mostEntries) {
        this.settings = settings;
        this.mostEntries = mostEntries;
        entries = new EntryTable(settings.label());
    }

    /**
     * Counts the tokens of a text up to its end, then drops what is too rare. Where there are too many different words on the
     * way, those that have come once so far are dropped, next time those that have come twice, and so on.
     */
    void read(TrainingTokens text) throws IOException {
        while (text.next()) {
            add(text.bytes(), text.from(), text.to(), text.hash());
            if (entries.size() > mostEntries) {
                threshold++;
                entries.keep(threshold, threshold);
            }
        }
        entries.keep(settings.model().minCount(), settings.minCountLabel());
    }

    /** Counts one token. */
    void add(byte[] bytes, int from, int to, int hash) {
        entries.count(bytes, from, to, hash);
        tokens++;
    }

    /** Sorts again after words were added, of which none is too rare. */
    void keepAll() {
        entries.keep(1, 0);
    }

    /**
     * The dictionary.
     *
     * @throws IllegalArgumentException if there is nothing to train on
     */
    Dictionary build() {
        Dictionary dictionary = entries.dictionary(tokens);
        if (dictionary.words() == 0) {
            throw new IllegalArgumentException("the training text has no word that occurs "
                    + settings.model().minCount() + " times or more; expected at least one, or a smaller minCount");
        }
        if (settings.model().kind() == ModelKind.SUPERVISED && dictionary.labels() == 0) {
            throw new IllegalArgumentException("the training text has no label; expected tokens that begin with "
                    + settings.label() + " in each of its lines");
        }
        return dictionary;
    }
}
