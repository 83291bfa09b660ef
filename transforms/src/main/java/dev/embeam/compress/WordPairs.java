package dev.embeam.compress;

import dev.embeam.metric.RocAuc;
import dev.embeam.metric.Spearman;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Pairs of words with judgements of how alike they are. Where all judgements are 0 or 1 the measure is twice the area under the
 * ROC curve less one, otherwise Spearman's coefficient. All pairs count: a word without a vector is like none.
 *
 * @param name of the set
 * @param pairs two or more
 */
public record WordPairs(String name, List<Pair> pairs) {
    /** Keeps the list as it is. */
    public WordPairs {
        pairs = List.copyOf(pairs);
    }

    /**
     * One judgement.
     *
     * @param first a word
     * @param second another
     * @param score how alike they are
     */
    public record Pair(String first, String second, double score) {}

    /** Whether judgements are yes and no. */
    public boolean isBinary() {
        return pairs.stream().allMatch(pair -> pair.score() == 0 || pair.score() == 1);
    }

    /** Name of the measure. */
    String measure() {
        return isBinary() ? "2auc-1" : "spearman";
    }

    /** How well cosines of these vectors agree with the judgements. */
    double agreement(Vectors vectors) {
        float[] first = new float[vectors.dim()];
        float[] second = new float[vectors.dim()];
        double[] cosines = new double[pairs.size()];
        double[] scores = new double[pairs.size()];
        boolean[] positive = new boolean[pairs.size()];
        for (int i = 0; i < cosines.length; i++) {
            read(vectors, pairs.get(i).first(), first);
            read(vectors, pairs.get(i).second(), second);
            cosines[i] = Cosine.of(first, second);
            scores[i] = pairs.get(i).score();
            positive[i] = scores[i] == 1;
        }
        return isBinary() ? 2 * RocAuc.of(cosines, positive) - 1 : Spearman.of(cosines, scores);
    }

    private static void read(Vectors vectors, String word, float[] out) {
        byte[] text = word.getBytes(StandardCharsets.UTF_8);
        vectors.write(text, 0, text.length, out, 0);
    }

    /** Vectors of words, of any model. */
    interface Vectors {
        int dim();

        void write(byte[] text, int from, int to, float[] out, int at);
    }
}
