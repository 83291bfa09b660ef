package dev.embeam.fasttext.train;

import dev.embeam.collection.FileAccess;
import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.WordHash;
import dev.embeam.kernel.WeightTable;
import dev.embeam.schema.CorruptDataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Word vectors of a {@code .vec} file that a training starts from: a line of their number and columns, then a word and its
 * numbers a line. Read twice, so that no more than one vector is in memory.
 */
final class PretrainedVectors {
    private final FileAccess files;
    private final String path;
    private final int dim;

    PretrainedVectors(FileAccess files, String path, int dim) {
        this.files = files;
        this.path = path;
        this.dim = dim;
    }

    /** Counts each word once more. */
    void addWords(DictionaryBuilder dictionary) throws IOException {
        read((bytes, from, to, hash, vector) -> dictionary.add(bytes, from, to, hash), false);
    }

    /** Puts the vectors of the dictionary's words into their rows. */
    void copyTo(WeightTable input, Dictionary dictionary) throws IOException {
        read(
                (bytes, from, to, hash, vector) -> {
                    int entry = dictionary.find(bytes, from, to, hash);
                    if (entry != Dictionary.NONE && entry < dictionary.words()) {
                        input.setRow(entry, vector, 0);
                    }
                },
                true);
    }

    private interface Taker {
        void take(byte[] bytes, int from, int to, int hash, float[] vector);
    }

    private void read(Taker taker, boolean withNumbers) throws IOException {
        try (TrainingTokens words = new TrainingTokens(files.open(path), 0)) {
            long count = number(words, "the number of vectors");
            long columns = number(words, "the number of columns");
            if (columns != dim) {
                throw new IllegalArgumentException("the vectors of " + path + " have " + columns + " columns; expected "
                        + dim + ", the model's dim");
            }
            float[] vector = new float[dim];
            for (long i = 0; i < count; i++) {
                need(words, "word " + (i + 1) + " of " + count);
                byte[] word = words.copy();
                for (int j = 0; j < dim; j++) {
                    need(words, "a number of word " + (i + 1));
                    vector[j] = withNumbers ? real(words) : 0;
                }
                taker.take(word, 0, word.length, WordHash.of(word, 0, word.length), vector);
            }
        }
    }

    private void need(TrainingTokens words, String what) throws IOException {
        do {
            if (!words.next()) {
                throw new CorruptDataException(path, "its end", "no more words", what);
            }
        } while (words.isLineFeed());
    }

    private long number(TrainingTokens words, String what) throws IOException {
        need(words, what);
        try {
            return Long.parseLong(new String(words.copy(), StandardCharsets.ISO_8859_1));
        } catch (NumberFormatException e) {
            throw new CorruptDataException(path, "the first line", "no whole number", what, e);
        }
    }

    private float real(TrainingTokens words) {
        String text = new String(words.copy(), StandardCharsets.ISO_8859_1);
        try {
            return Float.parseFloat(text);
        } catch (NumberFormatException e) {
            throw new CorruptDataException(path, "a vector", "\"" + text + "\"", "a number", e);
        }
    }
}
