package dev.embeam.fasttext;

import dev.embeam.kernel.VectorKernels;
import dev.embeam.tokenizer.TokenIds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Vectors of single words: the mean of a word's row, if it is known, and the rows of its character n-grams; zero where there
 * are none. A label is no word: its name is an unknown word. Equal to the fasttext tool's bit by bit. One thread's.
 */
public final class WordVectors {
    private final Dictionary dictionary;
    private final Matrix input;
    private final Subwords subwords;
    private final TokenIds rows = new TokenIds();

    /** Of the words of one model. */
    public WordVectors(FastTextModel model) {
        dictionary = model.dictionary();
        input = model.input();
        subwords = new Subwords(model.settings(), dictionary);
    }

    /** Columns of a vector. */
    public int dim() {
        return input.columns();
    }

    /**
     * Writes the vector of the word {@code word[from, to)} to {@code out[at, at + dim())}.
     *
     * @return the number of rows it is the mean of; 0 if the vector is zero for want of any
     */
    public int write(byte[] word, int from, int to, float[] out, int at) {
        rows.truncate(0);
        int entry = dictionary.findWord(word, from, to, WordHash.of(word, from, to));
        subwords.addRows(word, from, to, entry, rows);
        mean(input, rows.array(), 0, rows.size(), out, at);
        return rows.size();
    }

    /** The vector of a word. */
    public float[] vector(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        float[] vector = new float[dim()];
        write(bytes, 0, bytes.length, vector, 0);
        return vector;
    }

    /** Writes the mean of {@code rows[from, to)}: their sum, times one over their number in single precision. */
    static void mean(Matrix input, int[] rows, int from, int to, float[] out, int at) {
        Arrays.fill(out, at, at + input.columns(), 0);
        input.addRows(rows, from, to, out, at);
        if (to > from) {
            VectorKernels.scale(out, at, input.columns(), (float) (1.0 / (to - from)));
        }
    }

    /** The Euclidean norm with squares added one after the other in single precision. */
    static float norm(float[] vector, int at, int dim) {
        float sum = 0;
        for (int i = at; i < at + dim; i++) {
            sum += vector[i] * vector[i];
        }
        return (float) Math.sqrt(sum);
    }
}
