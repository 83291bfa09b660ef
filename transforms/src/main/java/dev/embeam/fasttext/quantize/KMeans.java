package dev.embeam.fasttext.quantize;

import dev.embeam.fasttext.ProductQuantizer;
import dev.embeam.libstdcxx.MinimalStandard;
import dev.embeam.libstdcxx.Shuffle;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The k-means of fastText's quantisers: 256 centroids, 25 rounds. Starts from points drawn at random; a centroid that no point
 * is nearest to takes half of another one's. Points are kept column by column: column j of point i at {@code j * count + i}.
 */
final class KMeans {
    private static final int CENTROIDS = ProductQuantizer.CENTROIDS;
    private static final int ROUNDS = 25;
    private static final float SPLIT = 1e-7f;

    private final float[] points;
    private final int count;
    private final int width;
    private final MinimalStandard random;
    private final float[] centroids;
    private final byte[] codes;
    private final int[] members = new int[CENTROIDS];

    private KMeans(float[] points, int count, int width, MinimalStandard random) {
        this.points = points;
        this.count = count;
        this.width = width;
        this.random = random;
        centroids = new float[CENTROIDS * width];
        codes = new byte[count];
    }

    /** The centroids of at least 256 points of {@code width} columns, one after the other. */
    static float[] centroids(float[] points, int count, int width, MinimalStandard random, NearestSearch search) {
        KMeans clusters = new KMeans(points, count, width, random);
        clusters.start();
        for (int round = 0; round < ROUNDS; round++) {
            search.find(points, count, width, clusters.centroids, clusters.codes);
            clusters.average();
            clusters.fillEmpty();
        }
        return clusters.centroids;
    }

    private void start() {
        int[] order = IntStream.range(0, count).toArray();
        Shuffle.shuffle(order, random);
        for (int k = 0; k < CENTROIDS; k++) {
            for (int j = 0; j < width; j++) {
                centroids[k * width + j] = points[j * count + order[k]];
            }
        }
    }

    /** Sums in the order of the points, in single precision. */
    private void average() {
        Arrays.fill(centroids, 0);
        Arrays.fill(members, 0);
        for (int i = 0; i < count; i++) {
            members[codes[i] & 0xFF]++;
        }
        for (int j = 0; j < width; j++) {
            for (int i = 0; i < count; i++) {
                centroids[(codes[i] & 0xFF) * width + j] += points[j * count + i];
            }
        }
        for (int k = 0; k < CENTROIDS; k++) {
            for (int j = 0; members[k] > 0 && j < width; j++) {
                centroids[k * width + j] /= members[k];
            }
        }
    }

    private void fillEmpty() {
        for (int k = 0; k < CENTROIDS; k++) {
            if (members[k] == 0) {
                split(drawLarge(), k);
            }
        }
    }

    private int drawLarge() {
        int cluster = 0;
        while (random.uniform01() * (count - CENTROIDS) >= members[cluster] - 1) {
            cluster = (cluster + 1) % CENTROIDS;
        }
        return cluster;
    }

    private void split(int large, int empty) {
        for (int j = 0; j < width; j++) {
            float centre = centroids[large * width + j];
            float shift = j % 2 == 0 ? -SPLIT : SPLIT;
            centroids[empty * width + j] = centre + shift;
            centroids[large * width + j] = centre - shift;
        }
        members[empty] = members[large] / 2;
        members[large] -= members[empty];
    }
}
