package dev.embeam.learn;

import dev.embeam.kernel.VectorKernels;
import java.util.Arrays;

/**
 * The class of the two nearest training vectors by cosine distance; where these disagree, the lower one, as both have one
 * vote. Of equally distant vectors the one that came first is the nearer. A zero vector is at distance 1 from all.
 */
public final class NearestNeighbors implements Classifier {
    @Override
    public String name() {
        return "knn_cosine_k_2";
    }

    @Override
    public Fitted fit(float[] vectors, int dim, int[] labels) {
        Points points = new Points(vectors, labels.length, dim);
        if (labels.length < 2) {
            throw new IllegalArgumentException("1 training vector; expected 2 at least, one for each neighbour");
        }
        float[] units = vectors.clone();
        normalize(units, points.rows(), dim);
        return new Neighbors(units, dim, labels.clone());
    }

    private static void normalize(float[] vectors, int rows, int dim) {
        for (int row = 0; row < rows; row++) {
            VectorKernels.normalize(vectors, row * dim, dim);
        }
    }

    private record Neighbors(float[] units, int dim, int[] labels) implements Fitted {
        /** Queries that meet a training vector while it is in the cache. */
        private static final int BLOCK = 64;

        @Override
        public int[] predict(float[] vectors, int rows) {
            int[] predicted = new int[rows];
            for (int from = 0; from < rows; from += BLOCK) {
                predictBlock(vectors, from, Math.min(BLOCK, rows - from), predicted);
            }
            return predicted;
        }

        private void predictBlock(float[] vectors, int from, int count, int[] predicted) {
            float[] queries = new float[count * dim];
            System.arraycopy(vectors, from * dim, queries, 0, queries.length);
            normalize(queries, count, dim);
            NearestTwo nearest = new NearestTwo(count);
            for (int row = 0; row < labels.length; row++) {
                for (int query = 0; query < count; query++) {
                    float cosine = VectorKernels.dot(units, row * dim, queries, query * dim, dim);
                    nearest.offer(query, row, Math.max(0, 1 - cosine));
                }
            }
            for (int query = 0; query < count; query++) {
                predicted[from + query] = Math.min(labels[nearest.first[query]], labels[nearest.second[query]]);
            }
        }
    }

    /** The two nearest rows of each query; rows are offered in rising order. */
    private static final class NearestTwo {
        private final int[] first;
        private final int[] second;
        private final float[] firstDistance;
        private final float[] secondDistance;

        NearestTwo(int queries) {
            first = new int[queries];
            second = new int[queries];
            firstDistance = new float[queries];
            secondDistance = new float[queries];
            Arrays.fill(firstDistance, Float.POSITIVE_INFINITY);
            Arrays.fill(secondDistance, Float.POSITIVE_INFINITY);
        }

        void offer(int query, int row, float distance) {
            if (distance < firstDistance[query]) {
                secondDistance[query] = firstDistance[query];
                second[query] = first[query];
                firstDistance[query] = distance;
                first[query] = row;
            } else if (distance < secondDistance[query]) {
                secondDistance[query] = distance;
                second[query] = row;
            }
        }
    }
}
