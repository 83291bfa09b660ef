package dev.embeam.learn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What groupings have in common, for tests. */
final class Groupings {
    private Groupings() {}

    /** The same grouping, numbered by first members. */
    static int[] numberedByFirst(int[] labels) {
        Map<Integer, Integer> numbers = new HashMap<>();
        return Arrays.stream(labels)
                .map(label -> numbers.computeIfAbsent(label, unseen -> numbers.size()))
                .toArray();
    }

    static int groups(int[] labels) {
        return (int) Arrays.stream(labels).distinct().count();
    }

    /** 2 I(a; b) / (H(a) + H(b)), which is the harmonic mean of homogeneity and completeness. */
    static double vMeasure(int[] a, int[] b) {
        Map<Integer, Integer> joint = new HashMap<>();
        for (int i = 0; i < a.length; i++) {
            joint.merge(a[i] * 100_000 + b[i], 1, Integer::sum);
        }
        double both = entropy(joint);
        double one = entropy(counts(a));
        double other = entropy(counts(b));
        return 2 * (one + other - both) / (one + other);
    }

    private static Map<Integer, Integer> counts(int[] labels) {
        Map<Integer, Integer> counts = new HashMap<>();
        Arrays.stream(labels).forEach(label -> counts.merge(label, 1, Integer::sum));
        return counts;
    }

    private static double entropy(Map<Integer, Integer> counts) {
        double all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return -counts.values().stream()
                .mapToDouble(count -> count / all * Math.log(count / all))
                .sum();
    }
}
