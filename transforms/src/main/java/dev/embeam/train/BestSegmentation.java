package dev.embeam.train;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;

/**
 * Cuts a word into the pieces with the greatest sum of log-probabilities (Viterbi 1967), choosing among equal sums as
 * Hugging Face tokenizers do: the piece that begins earlier. Every character of the word must be a piece.
 */
final class BestSegmentation {
    private final Map<String, Double> scores;
    private final int longest;

    /** @param scores log-probability of each piece */
    BestSegmentation(Map<String, Double> scores) {
        this.scores = scores;
        this.longest = scores.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** The pieces from left to right. */
    Collection<String> of(String word) {
        int[] starts = bestStarts(word);
        Deque<String> pieces = new ArrayDeque<>();
        for (int end = word.length(); end > 0; end = starts[end]) {
            pieces.addFirst(word.substring(starts[end], end));
        }
        return pieces;
    }

    private int[] bestStarts(String word) {
        int[] starts = new int[word.length() + 1];
        Arrays.fill(starts, -1);
        double[] sums = new double[word.length() + 1];
        Arrays.fill(sums, Double.NEGATIVE_INFINITY);
        sums[0] = 0;
        for (int start = 0; start < word.length(); start++) {
            if (sums[start] != Double.NEGATIVE_INFINITY) {
                extend(word, start, sums, starts);
            }
        }
        if (!word.isEmpty() && starts[word.length()] < 0) {
            throw new IllegalArgumentException("the word '" + word + "' cannot be cut into pieces of the vocabulary;"
                    + " expected every character of it to be a piece: train on the same texts");
        }
        return starts;
    }

    private void extend(String word, int start, double[] sums, int[] starts) {
        int limit = Math.min(word.length(), start + longest);
        for (int end = start + 1; end <= limit; end++) {
            Double score = scores.get(word.substring(start, end));
            if (score != null && sums[start] + score > sums[end]) {
                sums[end] = sums[start] + score;
                starts[end] = start;
            }
        }
    }
}
