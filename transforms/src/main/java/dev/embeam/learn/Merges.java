package dev.embeam.learn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The mergers of a hierarchy: of which points' groups, and at what distance. */
final class Merges {
    private final int points;
    private final int[] first;
    private final int[] second;
    private final double[] distances;
    private int count;

    Merges(int points) {
        this.points = points;
        this.first = new int[points - 1];
        this.second = new int[points - 1];
        this.distances = new double[points - 1];
    }

    /** Adds the merger of the groups that two points are in. */
    void add(int one, int other, double distance) {
        first[count] = one;
        second[count] = other;
        distances[count++] = distance;
    }

    /** The group of each point after the nearest mergers, equally near ones in order; numbered by their first points. */
    int[] cut(int clusters) {
        int[] parents = IntStream.range(0, points).toArray();
        IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(merge -> distances[merge]))
                .limit(points - clusters)
                .forEach(merge -> parents[root(parents, first[merge])] = root(parents, second[merge]));
        return numbered(parents);
    }

    private static int root(int[] parents, int point) {
        int root = point;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    private static int[] numbered(int[] parents) {
        int[] numbers = new int[parents.length];
        Arrays.fill(numbers, -1);
        int[] labels = new int[parents.length];
        int next = 0;
        for (int point = 0; point < labels.length; point++) {
            int root = root(parents, point);
            if (numbers[root] < 0) {
                numbers[root] = next++;
            }
            labels[point] = numbers[root];
        }
        return labels;
    }
}
