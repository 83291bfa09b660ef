package dev.embeam.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the vocabulary of a Unigram tokenizer from texts: candidates by count times length, then rounds of cutting all
 * words by the pieces at hand, counting the pieces used and dropping the unused (expectation-maximisation with the best
 * path in place of all paths).
 *
 * <p>After T. Kudo, "Subword Regularization: Improving Neural Network Translation Models with Multiple Subword
 * Candidates", ACL 2018, section 3.2. The result depends on the texts and the setting alone. Time and memory grow with the
 * length of the texts times 16: meant for collections of some megabytes.
 */
public final class UnigramTrainer {
    private static final int ROUNDS = 4;

    /** Candidates at the start for each piece wanted in the end, so that the first rounds have something to drop. */
    private static final int CANDIDATES_FOR_PIECE = 3;

    /** The count of a character that is in the texts but only inside longer pieces. */
    private static final double UNUSED_CHARACTER = 0.5;

    private static final double SCORE_UNIT = 1e6;

    private final int maxPieces;

    private UnigramTrainer(int maxPieces) {
        this.maxPieces = maxPieces;
    }

    /**
     * A trainer of at most {@code maxPieces} pieces. Every character of the texts is a piece even if they alone are more.
     *
     * @throws IllegalArgumentException if {@code maxPieces} is less than 1
     */
    public static UnigramTrainer of(int maxPieces) {
        if (maxPieces < 1) {
            throw new IllegalArgumentException("maxPieces is " + maxPieces + "; expected at least 1");
        }
        return new UnigramTrainer(maxPieces);
    }

    /** The vocabulary of the texts: {@code <unk>}, then the pieces by falling probability, ties by text. */
    public PieceVocabulary train(List<String> texts) {
        Map<String, Integer> words = new TreeMap<>();
        texts.forEach(text -> TrainingText.words(text).forEach(word -> words.merge(word, 1, Integer::sum)));
        PieceCandidates candidates = new PieceCandidates();
        words.forEach(candidates::add);
        Map<String, Double> counts = initialCounts(candidates);
        for (int round = 1; round <= ROUNDS; round++) {
            // A piece that the last round used once would have a vector learnt from a single place.
            counts = kept(countsUsed(words, scores(counts)), candidates.characters(), round < ROUNDS ? 1 : 2);
        }
        return vocabulary(scores(counts));
    }

    private Map<String, Double> initialCounts(PieceCandidates candidates) {
        Map<String, Double> counts = new TreeMap<>();
        long limit = Math.min(Integer.MAX_VALUE, (long) CANDIDATES_FOR_PIECE * maxPieces);
        candidates.bestRuns((int) limit).forEach((piece, count) -> counts.put(piece, (double) count));
        candidates.characters().forEach((piece, count) -> counts.put(piece, (double) count));
        return counts;
    }

    /** Log-probabilities; the argument is in the order of texts so that the sum has a stated order. */
    private static Map<String, Double> scores(Map<String, Double> counts) {
        double total = 0;
        for (double count : counts.values()) {
            total += count;
        }
        Map<String, Double> scores = new TreeMap<>();
        for (Map.Entry<String, Double> piece : counts.entrySet()) {
            scores.put(piece.getKey(), rounded(StrictMath.log(piece.getValue() / total)));
        }
        return scores;
    }

    private static double rounded(double score) {
        return StrictMath.rint(score * SCORE_UNIT) / SCORE_UNIT;
    }

    private static Map<String, Double> countsUsed(Map<String, Integer> words, Map<String, Double> scores) {
        BestSegmentation segmentation = new BestSegmentation(new HashMap<>(scores));
        Map<String, Double> counts = new HashMap<>();
        words.forEach((word, times) ->
                segmentation.of(word).forEach(piece -> counts.merge(piece, (double) times, Double::sum)));
        return counts;
    }

    private Map<String, Double> kept(Map<String, Double> used, Map<String, Integer> characters, int leastCount) {
        Map<String, Double> kept = new TreeMap<>();
        characters.keySet().forEach(piece -> kept.put(piece, used.getOrDefault(piece, UNUSED_CHARACTER)));
        used.entrySet().stream()
                .filter(piece -> !characters.containsKey(piece.getKey()) && piece.getValue() >= leastCount)
                .sorted(Comparator.<Map.Entry<String, Double>>comparingDouble(
                                piece -> -piece.getValue() * piece.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .limit(Math.max(0, maxPieces - 1 - characters.size()))
                .forEach(piece -> kept.put(piece.getKey(), piece.getValue()));
        return kept;
    }

    private static PieceVocabulary vocabulary(Map<String, Double> scores) {
        List<String> pieces = new ArrayList<>(scores.keySet());
        pieces.sort(Comparator.<String>comparingDouble(piece -> -scores.getOrDefault(piece, 0.0))
                .thenComparing(Comparator.naturalOrder()));
        pieces.add(0, PieceVocabulary.UNKNOWN);
        double[] inOrder = new double[pieces.size()];
        for (int id = 1; id < inOrder.length; id++) {
            inOrder[id] = scores.getOrDefault(pieces.get(id), 0.0);
        }
        return new PieceVocabulary(pieces, inOrder);
    }
}
