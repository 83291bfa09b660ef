package dev.embeam.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pieces of a Unigram model in the order of their ids, with a log-probability each. Id 0 is {@code <unk>}.
 *
 * @param pieces texts of the pieces, all different
 * @param scores one for each piece, multiples of 10^-6, so that their decimal text is exact; owned by the record, not to
 *     be changed
 */
public record PieceVocabulary(List<String> pieces, double[] scores) {
    /** What stands for a character that no piece covers. */
    public static final String UNKNOWN = "<unk>";

    /** Checks that there is a score for every piece and that the first is {@code <unk>}. */
    public PieceVocabulary {
        pieces = List.copyOf(pieces);
        if (pieces.size() != scores.length) {
            throw new IllegalArgumentException(
                    pieces.size() + " pieces but " + scores.length + " scores; expected one score for each piece");
        }
        if (pieces.isEmpty() || !pieces.get(0).equals(UNKNOWN)) {
            throw new IllegalArgumentException("the first piece is not " + UNKNOWN + "; expected it at id 0");
        }
    }

    /** How many pieces there are, {@code <unk>} included. */
    public int size() {
        return scores.length;
    }

    /** The ids that a tokenizer with this vocabulary gives for a text. */
    int[][] encodeAll(List<String> texts) {
        Map<String, Integer> ids = new LinkedHashMap<>();
        Map<String, Double> scoreOf = new LinkedHashMap<>();
        for (int id = 1; id < scores.length; id++) {
            ids.put(pieces.get(id), id);
            scoreOf.put(pieces.get(id), scores[id]);
        }
        BestSegmentation segmentation = new BestSegmentation(scoreOf);
        return texts.stream()
                .map(text -> TrainingText.words(text).stream()
                        .flatMap(word -> segmentation.of(word).stream())
                        .mapToInt(ids::get)
                        .toArray())
                .toArray(int[][]::new);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PieceVocabulary that
                && pieces.equals(that.pieces)
                && Arrays.equals(scores, that.scores);
    }

    @Override
    public int hashCode() {
        return 31 * pieces.hashCode() + Arrays.hashCode(scores);
    }

    @Override
    public String toString() {
        return "PieceVocabulary[" + size() + " pieces]";
    }
}
