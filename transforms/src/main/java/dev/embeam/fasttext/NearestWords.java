package dev.embeam.fasttext;

import dev.embeam.kernel.FloatTable;
import dev.embeam.libstdcxx.BoundedHeap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The words of a model by their cosine to others, as the fasttext tool finds them: equal to its results, order of ties
 * included. Immutable, shared between threads.
 */
public final class NearestWords {
    private static final double LEAST_NORM = 1e-8;

    private final FastTextModel model;
    private final FloatTable normalized;

    /**
     * Composes and normalises the vectors of all words, which takes as much memory again as their rows.
     *
     * @throws IllegalArgumentException if the model has no words
     */
    public NearestWords(FastTextModel model) {
        if (model.dictionary().words() == 0) {
            throw new IllegalArgumentException("the model has no words; expected at least one to be near to another");
        }
        this.model = model;
        WordPooling pooling = WordPooling.of(WordPooling.Kind.MEAN_OF_NORMALIZED);
        normalized = Composition.of(model, new WordShare(pooling, model.dictionary()));
    }

    /**
     * The {@code count} nearest words to a word, known or not, the nearest first; fewer if the model has fewer. The word itself
     * is left out.
     */
    public List<Neighbor> nearest(String word, int count) {
        return nearest(new WordVectors(model).vector(word), List.of(word), count);
    }

    /** The words nearest to {@code a - b + c}, each taken with length 1. The three are left out. */
    public List<Neighbor> analogies(String a, String b, String c, int count) {
        WordVectors vectors = new WordVectors(model);
        float[] query = new float[vectors.dim()];
        add(vectors.vector(a), 1, query);
        add(vectors.vector(b), -1, query);
        add(vectors.vector(c), 1, query);
        return nearest(query, List.of(a, b, c), count);
    }

    private static void add(float[] vector, int sign, float[] sum) {
        float factor = (float) (sign / (WordVectors.norm(vector, 0, vector.length) + LEAST_NORM));
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * vector[i];
        }
    }

    private List<Neighbor> nearest(float[] query, List<String> left, int count) {
        List<byte[]> leftOut =
                left.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toList();
        float norm = WordVectors.norm(query, 0, query.length);
        float divisor = norm < LEAST_NORM ? 1 : norm;
        BoundedHeap best = new BoundedHeap(count);
        Dictionary dictionary = model.dictionary();
        for (int word = 0; word < dictionary.words(); word++) {
            if (!isOneOf(leftOut, word)) {
                best.add(normalized.sequentialDot(word, query) / divisor, word);
            }
        }
        best.sort();
        List<Neighbor> neighbors = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            neighbors.add(new Neighbor(dictionary.text(best.item(i)), best.score(i)));
        }
        return Collections.unmodifiableList(neighbors);
    }

    private boolean isOneOf(List<byte[]> words, int entry) {
        for (byte[] word : words) {
            if (model.dictionary().isEntry(entry, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A word near to another.
     *
     * @param word as text; bytes that are no UTF-8 are replacement characters
     * @param cosine to the query
     */
    public record Neighbor(String word, float cosine) {}
}
