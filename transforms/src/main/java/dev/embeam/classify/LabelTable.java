package dev.embeam.classify;

import dev.embeam.tokenizer.TokenIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Right and given labels of all judged documents, row by row, under one numbering. Documents without right labels are left out. */
final class LabelTable {
    private final List<String> names;
    private final int known;
    private final Map<String, Integer> unknown = new HashMap<>();
    private final TokenIds gold = new TokenIds();
    private final TokenIds goldEnds = new TokenIds();
    private final TokenIds given = new TokenIds();
    private final TokenIds givenEnds = new TokenIds();
    private int unjudged;

    /**
     * The table of these documents, in order.
     *
     * @param labels names of the classifier's labels; those it does not have get numbers behind them
     */
    LabelTable(List<JudgedDocuments> parts, List<String> labels) {
        names = new ArrayList<>(labels);
        known = labels.size();
        parts.forEach(this::add);
    }

    private void add(JudgedDocuments part) {
        int[] numbers = part.gold().unknown().stream().mapToInt(this::number).toArray();
        for (int i = 0; i < part.gold().documents(); i++) {
            if (!part.gold().isKnown(i)) {
                unjudged++;
                continue;
            }
            for (int at = part.gold().offsets()[i]; at < part.gold().offsets()[i + 1]; at++) {
                int label = part.gold().labels()[at];
                gold.add(label < 0 ? numbers[-1 - label] : label);
            }
            goldEnds.add(gold.size());
            given.addAll(part.given(), part.offsets()[i], part.offsets()[i + 1]);
            givenEnds.add(given.size());
        }
    }

    private int number(String name) {
        return unknown.computeIfAbsent(name, added -> {
            names.add(added);
            return names.size() - 1;
        });
    }

    /** Names of all labels by their numbers. */
    List<String> names() {
        return names;
    }

    /** Names of right labels that the classifier does not have. */
    List<String> unknown() {
        return names.subList(known, names.size());
    }

    int rows() {
        return goldEnds.size();
    }

    /** Documents that have no right label. */
    int unjudged() {
        return unjudged;
    }

    /** Right labels of a row. */
    int gold(int row) {
        return goldEnds.get(row) - goldFrom(row);
    }

    /** Given labels of a row, of which the first {@code cutoff} count. */
    int given(int row, int cutoff) {
        return Math.min(cutoff, givenEnds.get(row) - givenFrom(row));
    }

    /** How many of the first {@code cutoff} given labels of a row are right. */
    int hits(int row, int cutoff) {
        int hits = 0;
        int from = givenFrom(row);
        for (int at = from; at < from + given(row, cutoff); at++) {
            hits += isRight(row, given.get(at)) ? 1 : 0;
        }
        return hits;
    }

    private int goldFrom(int row) {
        return row == 0 ? 0 : goldEnds.get(row - 1);
    }

    private int givenFrom(int row) {
        return row == 0 ? 0 : givenEnds.get(row - 1);
    }

    /** Adds a row to counts a label: how often right, given, and both. */
    void count(int row, int[] right, int[] listed, int[] hits) {
        for (int at = goldFrom(row); at < goldEnds.get(row); at++) {
            right[gold.get(at)]++;
        }
        for (int at = givenFrom(row); at < givenEnds.get(row); at++) {
            listed[given.get(at)]++;
            hits[given.get(at)] += isRight(row, given.get(at)) ? 1 : 0;
        }
    }

    /** The rows that a label is right for or given to, label by label. */
    List<TokenIds> rowsByLabel() {
        List<TokenIds> rows = new ArrayList<>();
        names.forEach(name -> rows.add(new TokenIds()));
        for (int row = 0; row < rows(); row++) {
            for (int at = givenFrom(row); at < givenEnds.get(row); at++) {
                rows.get(given.get(at)).add(row);
            }
            for (int at = goldFrom(row); at < goldEnds.get(row); at++) {
                TokenIds ofLabel = rows.get(gold.get(at));
                if (ofLabel.size() == 0 || ofLabel.get(ofLabel.size() - 1) != row) {
                    ofLabel.add(row);
                }
            }
        }
        return rows;
    }

    /** Whether a label is right for a row. */
    boolean isRight(int row, int label) {
        for (int at = goldFrom(row); at < goldEnds.get(row); at++) {
            if (gold.get(at) == label) {
                return true;
            }
        }
        return false;
    }

    /** Whether a label is given to a row. */
    boolean isGiven(int row, int label) {
        for (int at = givenFrom(row); at < givenEnds.get(row); at++) {
            if (given.get(at) == label) {
                return true;
            }
        }
        return false;
    }
}
