package dev.embeam.learn;

import java.util.SplittableRandom;

/**
 * k-means on random batches (Sculley 2010) with scikit-learn's settings: k-means++ on a sample of three batches, batches of
 * 1,024 points drawn with replacement, 100 passes at most, centres that get too few points drawn anew, and an end after ten
 * batches in a row without a lower smoothed inertia. Groups may be empty.
 */
public final class MiniBatchKMeans implements Clusterer {
    private static final int BATCH = 1024;
    private static final int PASSES = 100;

    @Override
    public String name() {
        return "MiniBatchKMeans";
    }

    @Override
    public boolean seeded() {
        return true;
    }

    @Override
    public int[] cluster(float[] vectors, int rows, int dim, int clusters, long seed) {
        Points points = Points.toCluster(vectors, rows, dim, clusters).centred();
        SplittableRandom random = new SplittableRandom(seed);
        int batch = Math.min(BATCH, rows);
        MiniBatchSteps steps = new MiniBatchSteps(firstCenters(points, clusters, batch, random), random);
        InertiaWatch watch = new InertiaWatch(batch, rows);
        long limit = (long) PASSES * rows / batch;
        boolean going = true;
        for (long step = 0; step < limit && going; step++) {
            Points drawn = points.select(Draws.withReplacement(batch, rows, random));
            going = watch.goesOn(steps.step(drawn) / batch);
        }
        return steps.centers().assign(points).labels();
    }

    private static Centers firstCenters(Points points, int clusters, int batch, SplittableRandom random) {
        int sample = 3 * (3 * batch < clusters ? clusters : batch);
        Points start =
                sample < points.rows() ? points.select(Draws.withReplacement(sample, points.rows(), random)) : points;
        return KMeansPlusPlus.choose(start, clusters, random);
    }
}
