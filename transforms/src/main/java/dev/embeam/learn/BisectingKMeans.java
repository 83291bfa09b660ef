package dev.embeam.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Splits the group with the biggest inertia in two until there are enough, each time by k-means from two random points
 * (Steinbach, Karypis and Kumar 2000, with scikit-learn's settings). Gives fewer groups where there are fewer different
 * points.
 */
public final class BisectingKMeans implements Clusterer {
    @Override
    public String name() {
        return "BisectingKMeans";
    }

    @Override
    public boolean seeded() {
        return true;
    }

    @Override
    public int[] cluster(float[] vectors, int rows, int dim, int clusters, long seed) {
        Points points = Points.toCluster(vectors, rows, dim, clusters).centred();
        SplittableRandom random = new SplittableRandom(seed);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(IntStream.range(0, rows).toArray(), Double.POSITIVE_INFINITY));
        while (parts.size() < clusters) {
            int biggest = biggest(parts);
            if (parts.get(biggest).inertia() == 0) {
                break;
            }
            parts.addAll(split(points, parts.remove(biggest), random));
        }
        return labels(parts, rows);
    }

    private static int biggest(List<Part> parts) {
        return IntStream.range(0, parts.size())
                .boxed()
                .max(Comparator.<Integer>comparingDouble(i -> parts.get(i).inertia())
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private static List<Part> split(Points points, Part part, SplittableRandom random) {
        Points own = points.select(part.rows());
        Centers centers = Centers.at(own, Draws.distinct(2, own.rows(), random));
        int[] labels = Lloyd.run(own, centers);
        double[] inertias = centers.inertias(own, labels);
        return List.of(part.only(labels, 0, inertias), part.only(labels, 1, inertias));
    }

    private static int[] labels(List<Part> parts, int rows) {
        int[] labels = new int[rows];
        for (int i = 0; i < parts.size(); i++) {
            for (int row : parts.get(i).rows()) {
                labels[row] = i;
            }
        }
        return labels;
    }

    /** A group: its rows in rising order and the sum of their squared distances from their mean. */
    private record Part(int[] rows, double inertia) {
        Part only(int[] labels, int label, double[] inertias) {
            int[] kept = IntStream.range(0, rows.length)
                    .filter(i -> labels[i] == label)
                    .map(i -> rows[i])
                    .toArray();
            return new Part(kept, inertias[label]);
        }
    }
}
