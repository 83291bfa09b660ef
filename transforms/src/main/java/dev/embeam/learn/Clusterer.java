package dev.embeam.learn;

/** Groups vectors. Implementations are immutable; a result depends on the vectors, the number and the seed alone. */
public interface Clusterer {
    /** The name as scikit-learn writes it: {@code MiniBatchKMeans}. */
    String name();

    /** Whether the seed makes a difference. */
    boolean seeded();

    /**
     * The group of each vector, from 0 to {@code clusters - 1}.
     *
     * @param vectors {@code float[rows * dim]} in row-major order, all finite
     * @param clusters from 1 to {@code rows}
     */
    int[] cluster(float[] vectors, int rows, int dim, int clusters, long seed);
}
