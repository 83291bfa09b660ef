package dev.embeam.train;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts what may become a piece: every character, and every run of 2 to 8 characters of unspaced scripts or 2 to 16 of
 * spaced ones. A run never mixes the two kinds, and the mark of a word's start stands only at its front.
 */
final class PieceCandidates {
    /** The longest run of a script with spaces, in UTF-16 units, the mark of the word's start included. */
    static final int LONGEST = 16;

    private static final int LONGEST_UNSPACED = 8;

    private final Map<String, Integer> runs = new HashMap<>();
    private final Map<String, Integer> characters = new HashMap<>();

    /** Counts one word that occurs {@code times} times. */
    void add(String word, int times) {
        for (int start = 0; start < word.length(); start += Character.charCount(word.codePointAt(start))) {
            int first = word.codePointAt(start);
            characters.merge(Character.toString(first), times, Integer::sum);
            addRuns(word, start, Script.of(first), times);
        }
    }

    private void addRuns(String word, int start, Script script, int times) {
        if (script == Script.NONE) {
            return;
        }
        int limit = Math.min(word.length(), start + (script == Script.SPACED ? LONGEST : LONGEST_UNSPACED));
        int end = start + Character.charCount(word.codePointAt(start));
        while (end < limit && Script.of(word.codePointAt(end)) == script) {
            end += Character.charCount(word.codePointAt(end));
            runs.merge(word.substring(start, end), times, Integer::sum);
        }
    }

    /** How often each character occurs. */
    Map<String, Integer> characters() {
        return characters;
    }

    /** The runs seen at least twice with the greatest count times length, at most {@code limit}; ties by text. */
    Map<String, Integer> bestRuns(int limit) {
        Map<String, Integer> best = new HashMap<>();
        runs.entrySet().stream()
                .filter(run -> run.getValue() >= 2)
                .sorted(Comparator.<Map.Entry<String, Integer>>comparingLong(
                                run -> -(long) run.getValue() * run.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .limit(limit)
                .forEach(run -> best.put(run.getKey(), run.getValue()));
        return best;
    }
}
